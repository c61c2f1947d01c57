/** The sources as sheets: asked of the service, put into the workbook, and brought up to date there. */
import { z } from "zod";
import { sourceNames, type SourceName } from "../../shared/wire/sources.ts";
import { sourceTitles } from "../../shared/sheet/source-cells.ts";
import type { HostRefusal, SourceTable, Workbook } from "../host/workbook.ts";
import { whyNot } from "./clients/http.ts";
import type { SourceClient } from "./clients/source-client.ts";
import { faultText } from "./fault-text.ts";
import { insertRefusal, lostWords, refusalWords, reportWords } from "./source-words.ts";
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
  | { readonly kind: "inserting"; readonly rows: number }
  | { readonly kind: "refreshing"; readonly table: string }
  | { readonly kind: "inserted"; readonly sheetName: string; readonly rows: number }
  | { readonly kind: "failed"; readonly message: string };

/** What became of a refresh. */
export interface Refreshed {
  readonly message: string;
  readonly isFault: boolean;
}

export interface KeptChoice extends SourceChoice {
  /** When its figures were read, in UTC; null when nobody noted it. */
  readonly readAt: string | null;
}

export interface ListedTable extends SourceTable {
  /** How it was filtered; null when that is not known any more. */
  readonly kept: KeptChoice | null;
}

export interface SourcesState {
  readonly choice: SourceChoice;
  readonly tables: readonly ListedTable[];
  /** Tables by name whose rows were made or taken back since, and not brought up to date. */
  readonly outOfDate: ReadonlySet<string>;
  readonly work: SourceWork;
  /** By table. */
  readonly refreshed: ReadonlyMap<string, Refreshed>;
}

interface SourcePorts {
  readonly workbook: Pick<
    Workbook,
    "insertSource" | "findSourceTables" | "refreshSource" | "readSetting" | "writeSetting"
  >;
  readonly client: SourceClient;
  /** Now, in UTC. */
  readonly now: () => string;
}

const FIRST_CHOICE: SourceChoice = {
  source: "short-inventory-planner",
  store: "",
  items: "manufacturable",
  hideSufficient: true,
  includeReorderData: true,
};

/** Kept with the workbook, so that a sheet is refreshed as it was filtered. */
const keptSchema = z.object({
  source: z.enum(sourceNames),
  store: z.string(),
  items: z.enum(["all", "purchasable", "manufacturable"]),
  hideSufficient: z.boolean(),
  includeReorderData: z.boolean(),
  readAt: z.string().nullable().default(null),
});

export class SourceSheets {
  readonly store: Store<SourcesState> = createStore<SourcesState>({
    choice: FIRST_CHOICE,
    tables: [],
    outOfDate: new Set(),
    work: { kind: "idle" },
    refreshed: new Map(),
  });
  readonly #ports: SourcePorts;

  constructor(ports: SourcePorts) {
    this.#ports = ports;
  }

  choose(choice: Partial<SourceChoice>): void {
    this.store.set({ choice: { ...this.store.get().choice, ...choice } });
  }

  async visit(): Promise<void> {
    const { workbook } = this.#ports;
    const found = await workbook.findSourceTables();
    if (found === null) return;
    const tables: ListedTable[] = [];
    for (const table of found) {
      const kept = await keptChoice(workbook, table.name);
      tables.push({ ...table, kept: typeof kept === "string" ? null : kept });
    }
    this.store.set({ tables });
  }

  /** The planner stays here: rows are chosen in the sheet, and nothing is chosen yet. */
  async insert(): Promise<void> {
    const fails = (message: string): SourceWork => ({ kind: "failed", message });
    this.#show(
      await this.#insert(this.store.get().choice).catch((error: unknown) => fails(unexpected(error))),
    );
  }

  async #insert(choice: SourceChoice): Promise<SourceWork> {
    const { workbook, client } = this.#ports;
    const inserting = (rows: number): void => this.#show({ kind: "inserting", rows });
    inserting(0);
    const asked = await client.read(choice.source, queryOf(choice));
    if (asked.kind !== "answered") return { kind: "failed", message: whyNot(asked) };
    const source = asked.answer;
    if (source.rows.length === 0)
      return { kind: "failed", message: "There are no such rows now. Choose other filters." };
    const report = await workbook.insertSource(source, inserting);
    if (report.kind === "refused")
      return { kind: "failed", message: insertRefusal(report.refusal, report.leftSheet) };
    await this.#keep(report.tableName, choice);
    await this.visit();
    const table = this.store.get().tables.find(({ name }) => name === report.tableName);
    const sheetName = table?.sheetName ?? sourceTitles[choice.source];
    return { kind: "inserted", sheetName, rows: source.rows.length };
  }

  async refresh(table: SourceTable): Promise<void> {
    this.#show({ kind: "refreshing", table: table.name });
    const told = await this.#refresh(table).catch((error: unknown) => fault(unexpected(error)));
    this.store.set({ refreshed: new Map([...this.store.get().refreshed, [table.name, told] as const]) });
    this.#show({ kind: "idle" });
  }

  async #refresh({ name }: SourceTable): Promise<Refreshed> {
    const { workbook, client } = this.#ports;
    const choice = await keptChoice(workbook, name);
    if (typeof choice === "string") return fault(refusalWords[choice]);
    if (choice === null) return fault("Its filters are not known any more. Insert it again.");
    const asked = await client.read(choice.source, queryOf(forRowsThere(choice)));
    if (asked.kind !== "answered") return fault(whyNot(asked));
    const hidesSufficient = isShortages(choice) && choice.hideSufficient;
    const report = await workbook.refreshSource(name, { ...asked.answer, hidesSufficient });
    if (report.refusal !== null) return fault(refusalWords[report.refusal]);
    if (report.lostColumns.length > 0) return fault(lostWords(report.lostColumns));
    this.#isUpToDate(name);
    await this.#keep(name, choice);
    await this.visit();
    return { isFault: false, message: reportWords(report, isShortages(choice)) };
  }

  /** What cannot be kept is asked for again when it is wanted. */
  async #keep(table: string, choice: SourceChoice): Promise<void> {
    const kept = JSON.stringify({ ...choice, readAt: this.#ports.now() });
    await this.#ports.workbook.writeSetting(settingOf(table), kept).catch(() => undefined);
  }

  #isUpToDate(name: string): void {
    const outOfDate = new Set(this.store.get().outOfDate);
    if (outOfDate.delete(name)) this.store.set({ outOfDate });
  }

  #show(work: SourceWork): void {
    this.store.set({ work });
  }
}

function fault(message: string): Refreshed {
  return { isFault: true, message };
}

/** The tab must not stay busy for ever, whatever happens. */
function unexpected(error: unknown): string {
  return `Something unexpected happened: ${faultText(error)}`;
}

/** How a table was filtered; null when nobody noted it, and why Excel would not say. */
export async function keptChoice(
  workbook: Pick<Workbook, "readSetting">,
  tableName: string,
): Promise<KeptChoice | HostRefusal | null> {
  const kept = await workbook.readSetting(settingOf(tableName));
  if (kept.kind === "refused") return kept.refusal;
  const choice = kept.value === null ? null : keptSchema.safeParse(JSON.parse(kept.value));
  return choice?.success === true ? choice.data : null;
}

/** Rows that are sufficient by now stand in the sheet still: their figures are asked for, no more such rows are added. */
export function forRowsThere(choice: SourceChoice): SourceChoice {
  return { ...choice, hideSufficient: false };
}

/** Only there something is suggested, and can be sufficient. */
export function isShortages({ source }: Pick<SourceChoice, "source">): boolean {
  return source === "short-inventory-planner";
}

function settingOf(table: string): string {
  return `moPlannerSource.${table}`;
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
