/** The sources as sheets: asked of the service, put into the workbook, and brought up to date there. */
import { z } from "zod";
import { sourceNames, type Source, type SourceName } from "../../shared/wire/sources.ts";
import type { HostRefusal, RefreshReport, SourceTable, Workbook } from "../host/workbook.ts";
import { whyNot } from "./clients/http.ts";
import type { SourceClient } from "./clients/source-client.ts";
import { faultText } from "./fault-text.ts";
import { createStore, type Store } from "./store.ts";

export interface SourceChoice {
  readonly source: SourceName;
  /** Empty: all stores. */
  readonly store: string;
  readonly items: "all" | "purchasable" | "manufacturable";
  readonly hideSufficient: boolean;
  readonly includeReorderData: boolean;
}

export type SourceWork =
  | { readonly kind: "idle" }
  | { readonly kind: "busy"; readonly rows: number }
  | { readonly kind: "told"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };

export interface SourcesState {
  readonly choice: SourceChoice;
  readonly tables: readonly SourceTable[];
  /** Tables by name whose rows were made or taken back since, and not brought up to date. */
  readonly outOfDate: ReadonlySet<string>;
  readonly work: SourceWork;
}

interface SourcePorts {
  readonly workbook: Pick<
    Workbook,
    "insertSource" | "findSourceTables" | "refreshSource" | "readSetting" | "writeSetting"
  >;
  readonly client: SourceClient;
  /** The new sheet is there: its rows can be selected. */
  readonly onInserted: () => void;
}

const FIRST_CHOICE: SourceChoice = {
  source: "short-inventory-planner",
  store: "",
  items: "manufacturable",
  hideSufficient: true,
  includeReorderData: true,
};

/** How a sheet was filtered, kept with the workbook, so that it is refreshed alike. */
const choiceSchema = z.object({
  source: z.enum(sourceNames),
  store: z.string(),
  items: z.enum(["all", "purchasable", "manufacturable"]),
  hideSufficient: z.boolean(),
  includeReorderData: z.boolean(),
});

export class SourceSheets {
  readonly store: Store<SourcesState> = createStore<SourcesState>({
    choice: FIRST_CHOICE,
    tables: [],
    outOfDate: new Set(),
    work: { kind: "idle" },
  });
  readonly #ports: SourcePorts;

  constructor(ports: SourcePorts) {
    this.#ports = ports;
  }

  choose(choice: Partial<SourceChoice>): void {
    this.store.set({ choice: { ...this.store.get().choice, ...choice } });
  }

  async visit(): Promise<void> {
    const tables = await this.#ports.workbook.findSourceTables();
    if (tables !== null) this.store.set({ tables });
  }

  insert(): Promise<void> {
    return this.#toTheEnd(() => this.#insert());
  }

  refresh(table: SourceTable): Promise<void> {
    return this.#toTheEnd(() => this.#refresh(table));
  }

  /** What nobody expected is told, too: the tab must not stay busy for ever. */
  async #toTheEnd(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#fail(`Something unexpected happened: ${faultText(error)}`);
    }
  }

  async #insert(): Promise<void> {
    const { choice } = this.store.get();
    const source = await this.#ask(choice);
    if (source === null) return;
    if (source.rows.length === 0) {
      this.#tell("There are no rows of this kind now. Choose other filters.");
      return;
    }
    const { workbook, onInserted } = this.#ports;
    const report = await workbook.insertSource(source, (rows) =>
      this.store.set({ work: { kind: "busy", rows } }),
    );
    if (report.kind === "refused") {
      this.#fail(insertRefusal(report.refusal, report.leftSheet));
      return;
    }
    await workbook.writeSetting(settingOf(report.tableName), JSON.stringify(choice)).catch(() => undefined);
    this.store.set({ work: { kind: "idle" } });
    await this.visit();
    onInserted();
  }

  async #refresh(table: SourceTable): Promise<void> {
    const choice = await keptChoice(this.#ports.workbook, table.name);
    if (typeof choice === "string") {
      this.#fail(refusalWords[choice]);
      return;
    }
    if (choice === null) {
      this.#fail(`Nobody remembers how “${table.sheetName}” was filtered. Insert it anew.`);
      return;
    }
    const source = await this.#ask(forRowsThere(choice));
    if (source === null) return;
    const hidesSufficient = isShortages(choice) && choice.hideSufficient;
    const report = await this.#ports.workbook.refreshSource(table.name, { ...source, hidesSufficient });
    if (report.refusal !== null) this.#fail(refusalWords[report.refusal]);
    else if (report.lostColumns.length > 0) this.#fail(lostWords(table, report.lostColumns));
    else {
      this.#isUpToDate(table);
      this.#tell(reportWords(table, choice, report));
    }
  }

  async #ask(choice: SourceChoice): Promise<Source | null> {
    this.store.set({ work: { kind: "busy", rows: 0 } });
    const asked = await this.#ports.client.read(choice.source, queryOf(choice));
    if (asked.kind === "answered") return asked.answer;
    this.#fail(whyNot(asked));
    return null;
  }

  #isUpToDate({ name }: SourceTable): void {
    const outOfDate = new Set(this.store.get().outOfDate);
    if (outOfDate.delete(name)) this.store.set({ outOfDate });
  }

  #tell(message: string): void {
    this.store.set({ work: { kind: "told", message } });
  }

  #fail(message: string): void {
    this.store.set({ work: { kind: "failed", message } });
  }
}

/** With what a table was filtered; null when the workbook has not kept it. */
export async function keptChoice(
  workbook: Pick<Workbook, "readSetting">,
  tableName: string,
): Promise<SourceChoice | HostRefusal | null> {
  const kept = await workbook.readSetting(settingOf(tableName));
  if (kept.kind === "refused") return kept.refusal;
  const choice = kept.value === null ? null : choiceSchema.safeParse(JSON.parse(kept.value));
  return choice?.success === true ? choice.data : null;
}

/** Rows that are sufficient by now stand in the sheet still: their figures are asked for, no more such rows are added. */
export function forRowsThere(choice: SourceChoice): SourceChoice {
  return { ...choice, hideSufficient: false };
}

/** Only there something is suggested, and can be sufficient. */
function isShortages({ source }: Pick<SourceChoice, "source">): boolean {
  return source === "short-inventory-planner";
}

function settingOf(table: string): string {
  return `moPlannerSource.${table}`;
}

const refusalWords: Record<HostRefusal, string> = {
  "cell-edit-mode": "Excel is busy: finish editing the cell, then refresh again.",
  "excel-busy":
    "Excel is busy, or another workbook is in front: bring this workbook to the front, then refresh again.",
  "sheet-protected": "The sheet is protected: it stays as it is.",
  "sheet-gone": "The sheet is gone.",
  "table-gone": "Its table was deleted, renamed or turned into a range. Insert the rows in a new sheet.",
  "no-room":
    "Something in the sheet cannot be moved to make room for the new rows, such as another table. They were not added.",
  "not-writable": "Excel refused to write all of it. Refresh again; what is right already stays.",
};

const insertRefusals: Record<HostRefusal, string> = {
  "cell-edit-mode": "Excel is busy: finish editing the cell, then insert again.",
  "excel-busy":
    "Excel is busy, or another workbook is in front: bring this workbook to the front, then insert again.",
  "sheet-protected": "The workbook is protected: the rows were not inserted.",
  "sheet-gone": "The new sheet was deleted before all rows were in it.",
  "table-gone": "The new table was deleted before all rows were in it.",
  "no-room": "Excel found no room for the rows: they were not inserted.",
  "not-writable":
    "Excel refused to insert the rows. Bring this workbook to the front, see that no chart is selected, and insert again.",
};

function insertRefusal(refusal: HostRefusal, leftSheet: string | null): string {
  const words = insertRefusals[refusal];
  return leftSheet === null ? words : `${words} “${leftSheet}” is not complete: delete it.`;
}

function lostWords({ sheetName }: SourceTable, headings: readonly string[]): string {
  const lost = headings.map((heading) => `“${heading}”`).join(" and ");
  return `${sheetName} has no column ${lost} any more, by which its rows are known. Give it its heading back, then refresh again.`;
}

const obstacleWords = {
  "no-room": () => "found no room below the table",
  "totals-row": (rows: number) =>
    `${rows === 1 ? "was" : "were"} not added because the table has a totals row`,
} as const;

function rowsOf(number: number, which = ""): string {
  return `${String(number)} ${which}${number === 1 ? "row" : "rows"}`;
}

/** Old suggestions would look like those of now. */
function stayWords(isOne: boolean, isSuggestion: boolean): string {
  const stay = isOne ? "stays" : "stay";
  return isSuggestion ? `${stay}, ${isOne ? "its" : "their"} To Order being 0` : stay;
}

function reportWords({ sheetName }: SourceTable, choice: SourceChoice, report: RefreshReport): string {
  const { changed, added, gone, notAdded, obstacle } = report;
  const stay = stayWords(gone === 1, isShortages(choice));
  const parts = [
    changed > 0 ? `${rowsOf(changed)} changed` : "",
    added > 0 ? `${rowsOf(added)} added` : "",
    gone > 0 ? `${rowsOf(gone)} ${gone === 1 ? "is" : "are"} no longer in the source and ${stay}` : "",
    notAdded > 0 ? `${rowsOf(notAdded, "new ")} ${obstacleWords[obstacle ?? "no-room"](notAdded)}` : "",
  ].filter((part) => part !== "");
  return `${sheetName}: ${parts.length === 0 ? "everything is as it was" : parts.join(", ")}.`;
}

export function queryOf({ store, items, includeReorderData, ...choice }: SourceChoice) {
  const hideSufficient = isShortages(choice) && choice.hideSufficient;
  return {
    items,
    includeReorderData: yesOrNo(includeReorderData),
    hideSufficient: yesOrNo(hideSufficient),
    ...(store !== "" && { store }),
  };
}

function yesOrNo(is: boolean): "true" | "false" {
  return is ? "true" : "false";
}
