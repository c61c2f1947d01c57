/** The sources as sheets: their columns by XoroERP's headings, each with how it is told. */
import { coverageState } from "../../shared/order/coverage-state.ts";
import { decimalText, type Decimal } from "../../shared/quantity/decimal.ts";
import { stockFigures, toOrder } from "../../shared/stock/stock-figures.ts";
import { remainingOf } from "../../shared/validation/line-balance.ts";
import type { Source } from "../../shared/wire/sources.ts";
import type { DocumentLine } from "../store/demand/document-lines.ts";
import type { StockOfItem } from "../store/stock/stock-books.ts";

type CellType = Source["columns"][number]["type"];

export interface SourceColumn<Entry> {
  readonly heading: string;
  readonly type: CellType;
  readonly tell: (entry: Entry) => string;
  /** Left to the planner. */
  readonly isTyped?: true;
}

export interface StockEntry extends StockOfItem {
  readonly figures: ReturnType<typeof stockFigures>;
  readonly toOrder: Decimal;
}

export function stockEntry(stock: StockOfItem, includesReorderData: boolean): StockEntry {
  const figures = stockFigures(stock.parts);
  return { ...stock, figures, toOrder: toOrder(figures, includesReorderData).quantity };
}

const text = <Entry>(heading: string, tell: (entry: Entry) => string): SourceColumn<Entry> => ({
  heading,
  type: "text",
  tell,
});
const amount = <Entry>(heading: string, tell: (entry: Entry) => Decimal | null): SourceColumn<Entry> => ({
  heading,
  type: "number",
  tell: (entry) => {
    const value = tell(entry);
    return value === null ? "" : decimalText(value);
  },
});

const figure = (
  heading: string,
  name: Exclude<keyof StockEntry["figures"], "unit">,
): SourceColumn<StockEntry> => amount(heading, ({ figures }) => figures[name]);

const whatAndWhere: readonly SourceColumn<StockEntry>[] = [
  text("Item Number", ({ item }) => item.number),
  text("Description", ({ item }) => item.description),
  text("Store", ({ store }) => store),
];

const levels: readonly SourceColumn<StockEntry>[] = [
  figure("On Hand", "onHand"),
  figure("Available", "available"),
  figure("Not Available", "notAvailable"),
  figure("Allocated", "allocated"),
  figure("Net Available", "netAvailable"),
  figure("On SO (Draft)", "onSoDraft"),
  figure("On SO", "onSo"),
  figure("On PO (Draft)", "onPoDraft"),
  figure("On PO", "onPo"),
  figure("On MO(-)", "onMoMinus"),
  figure("On MO(+)", "onMoPlus"),
  figure("ATS", "ats"),
  figure("ATS (Inc PO)", "atsIncPo"),
  figure("Reorder Point", "reorderPoint"),
  figure("Reorder Qty", "reorderQuantity"),
];

export const shortInventoryColumns: readonly SourceColumn<StockEntry>[] = [
  ...whatAndWhere,
  ...levels,
  amount("To Order", (entry) => entry.toOrder),
];

/** The planner types what is to be made. */
export const snapshotColumns: readonly SourceColumn<StockEntry>[] = [
  ...whatAndWhere,
  ...levels,
  { ...amount("Qty To Make", () => null), isTyped: true },
];

/** Null where what is made cannot be taken off what is asked for, their units being different. */
function remaining(line: DocumentLine): Decimal | null {
  return line.isInStockUnit ? remainingOf(line) : null;
}

/** Empty: on MOs, and nobody can tell how much of it they cover, the units being different. */
function coverageWord(line: DocumentLine): string {
  const state = coverageState(line);
  return line.isInStockUnit || state === "none" || state === "done" ? state : "";
}

interface DocumentWords {
  readonly document: string;
  readonly party: string;
  readonly store: string;
  readonly done: string;
}

export function documentColumns(words: DocumentWords): readonly SourceColumn<DocumentLine>[] {
  return [
    text(words.document, ({ document }) => document),
    text("Line", ({ line }) => line),
    text("Item Number", ({ item }) => item),
    text("Description", ({ description }) => description),
    text(words.party, ({ party }) => party),
    text(words.store, ({ store }) => store),
    amount("Qty Ordered", ({ quantity }) => quantity),
    amount(words.done, ({ done }) => done),
    amount("Qty On MO", ({ covered }) => covered),
    amount("Qty Remaining", remaining),
    text("Unit", ({ unit }) => unit),
    { heading: "Need By", type: "date", tell: ({ needDate }) => needDate ?? "" },
    text("Line Status", ({ status }) => status),
    text("Coverage", coverageWord),
    text("Covered By", ({ orders }) => orders.map(({ number }) => number).join(", ")),
  ];
}
