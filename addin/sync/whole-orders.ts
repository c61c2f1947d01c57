/** From some rows of sales or purchase orders to all lines of these orders, and what of them is not among the rows. */
import type { Intake } from "../../shared/intake/intake.ts";
import type { Source, SourceName } from "../../shared/wire/sources.ts";
import type { RowsWhere, Workbook } from "../host/workbook.ts";
import { whyNot, type Asked } from "./clients/http.ts";
import type { SourceClient } from "./clients/source-client.ts";
import { linesLeftOut } from "./lines-left-out.ts";
import { documentsOf, isOfKind, type OrderedWay } from "./ordered-way.ts";
import type { PlannerState, WholeOrdersState } from "./planner-state.ts";
import type { SelectionReading } from "./selection-reading.ts";
import type { Store } from "./store.ts";

interface WholeOrderPorts {
  readonly store: Store<PlannerState>;
  readonly workbook: Pick<Workbook, "findRowsWhere" | "selectRowsWhere">;
  readonly sources: SourceClient;
  readonly reading: SelectionReading;
}

/** Of more orders than this, all open lines are asked for at once. */
const MOST_ASKED_BY_NAME = 5;

const sourceOf: Readonly<Partial<Record<string, SourceName>>> = {
  "sales-order": "sales-order-lines",
  "purchase-order": "purchase-order-lines",
};

export class WholeOrders {
  readonly #ports: WholeOrderPorts;
  /** The rows that were selected as whole orders. */
  #selected = "";

  constructor(ports: WholeOrderPorts) {
    this.#ports = ports;
  }

  /** Reads the selection for a way that was asked for by name; rows of another kind are told to be so. */
  async readAs(way: OrderedWay): Promise<void> {
    const { store, reading } = this.#ports;
    store.set({ rules: { ...store.get().rules, link: way.link } });
    await reading.readLast();
    const { work } = store.get();
    if (work.kind !== "planned" && work.kind !== "unplanned") return;
    if (!isOfKind(work.intake, way)) {
      store.set({ work: { kind: "other-rows", wanted: way.kind } });
      return;
    }
    const documents = documentsOf(work.intake);
    if (way.lines === "all" && documents.size > 0) await this.select(work.intake, documents);
  }

  /** Selects all rows of these orders, reads them, and tells which of their lines are not among them. */
  async select(intake: Intake, documents: ReadonlySet<string>): Promise<void> {
    const { workbook, reading, store } = this.#ports;
    const where = placesOf(intake, documents);
    if (where === null) return;
    const { hiddenRows } = await workbook.selectRowsWhere(where);
    await reading.readLast();
    const { work } = store.get();
    if (work.kind !== "planned" && work.kind !== "unplanned") return;
    this.#selected = rowsOf(work.intake);
    await this.#check(work.intake, documents, hiddenRows);
  }

  /** Whether all rows of these orders are selected, as far as they are visible. False where nobody can tell now. */
  async areSelectedWhole(intake: Intake, documents: ReadonlySet<string>): Promise<boolean> {
    const where = placesOf(intake, documents);
    const rows = where === null ? null : await this.#ports.workbook.findRowsWhere(where);
    return rows !== null && rows.every((row) => intake.identities.has(row));
  }

  /** What is told of whole orders ends where other rows are selected. */
  isRead(intake: Intake): void {
    const { store } = this.#ports;
    if (store.get().wholeOrders !== null && rowsOf(intake) !== this.#selected)
      store.set({ wholeOrders: null });
  }

  async #check(intake: Intake, documents: ReadonlySet<string>, hiddenRows: number): Promise<void> {
    const { store } = this.#ports;
    const tell = (lines: WholeOrdersState["lines"]): void =>
      store.set({ wholeOrders: { documents: [...documents], hiddenRows, lines } });
    tell({ kind: "asking" });
    const asked = await this.#ask(intake, documents);
    const { work, wholeOrders } = store.get();
    if (wholeOrders === null || !("intake" in work) || rowsOf(work.intake) !== this.#selected) return;
    if (asked.kind !== "answered") tell({ kind: "untold", why: whyNot(asked) });
    else {
      const plan = work.kind === "planned" ? work.plan : null;
      const there = { intake: work.intake, plan };
      tell({
        kind: "told",
        missing: asked.answer.flatMap((source) => linesLeftOut(source, documents, there)),
      });
    }
  }

  /** Only what is made can be missing: lines of bought items are no concern of these ways. */
  async #ask(intake: Intake, documents: ReadonlySet<string>): Promise<Asked<readonly Source[]>> {
    const name = sourceOf[intake.lines[0]?.kind ?? ""];
    if (name === undefined) return { kind: "answered", answer: [] };
    const named =
      documents.size > MOST_ASKED_BY_NAME ? [{}] : [...documents].map((document) => ({ document }));
    const sources: Source[] = [];
    for (const query of named) {
      const asked = await this.#ports.sources.read(name, { ...query, items: "manufacturable" });
      if (asked.kind !== "answered") return asked;
      sources.push(asked.answer);
    }
    return { kind: "answered", answer: sources };
  }
}

function placesOf(
  { sheet, headingRow, firstColumn, lastColumn, columns }: Intake,
  texts: ReadonlySet<string>,
): RowsWhere | null {
  const column = columns.document?.column;
  return column === undefined
    ? null
    : { sheetId: sheet.id, headingRow, firstColumn, lastColumn, column, texts };
}

function rowsOf({ sheet, lines, made, problems }: Intake): string {
  const rows = new Set([...lines, ...made, ...problems].map(({ row }) => row));
  return JSON.stringify([sheet.id, ...[...rows].toSorted((left, right) => left - right)]);
}
