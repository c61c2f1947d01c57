/** The rows of a source as they stand now, for a sheet. */
import { isAboveZero } from "../../shared/quantity/decimal.ts";
import { explainToOrder } from "../../shared/stock/explain-to-order.ts";
import { stockFigures } from "../../shared/stock/stock-figures.ts";
import { decimalText } from "../../shared/quantity/decimal.ts";
import { codeKey } from "../../shared/validation/facts.ts";
import type { Source, SourceName, SourceQuery } from "../../shared/wire/sources.ts";
import {
  documentColumns,
  shortInventoryColumns,
  snapshotColumns,
  stockEntry,
  type SourceColumn,
} from "../sources/columns.ts";
import {
  findItemInStore,
  type ItemInStore,
  type ItemInStoreRefusal,
} from "../store/catalog/find-item-in-store.ts";
import { documentLines, openLineHeads } from "../store/demand/document-lines.ts";
import { inTurns } from "../store/in-turns.ts";
import type { Transaction } from "../store/open-database.ts";
import type { StockedItem, StockOfItem } from "../store/stock/stock-books.ts";
import { ROWS_AT_ONCE, itemHeads, stockParts } from "../store/stock/stock-parts.ts";
import type { Ports } from "./ports.ts";

/** Piece by piece, each as it is in one moment: a list of twenty thousand rows holds up nobody (R23). */
export async function readSource(ports: Ports, source: SourceName, query: SourceQuery): Promise<Source> {
  if (source === "sales-order-lines") return readDocuments(ports, source, query);
  if (source === "purchase-order-lines") return readDocuments(ports, source, query);
  const isShort = source === "short-inventory-planner";
  const columns = isShort ? shortInventoryColumns : snapshotColumns;
  // Only there: rows are not hidden by a To Order that the sheet does not show.
  const hidesSufficient = isShort && query.hideSufficient === "true";
  const wanted = { store: query.store ?? null, inEveryStore: false };
  const items = (await ports.database.read(itemHeads)).filter((item) => isWanted(item, query));
  const ids = items.map(({ id }) => id);
  const rowsOf = async (piece: readonly number[]): Promise<readonly Row[]> => {
    const stock = await ports.database.read((reads) => stockParts(reads, { ...wanted, items: piece }));
    const entries = stock.map((one) => stockEntry(one, query.includeReorderData === "true"));
    return rowsFor(
      columns,
      entries.filter((entry) => !hidesSufficient || isAboveZero(entry.toOrder)),
    );
  };
  const rows = await inTurns(ids, rowsOf, ROWS_AT_ONCE);
  return { ...headOf(source, { columns, key: ["Item Number", "Store"] }), rows: [...rows] };
}

function isWanted(item: Pick<StockedItem, "make" | "buy">, { items }: SourceQuery): boolean {
  return items === "all" || (items === "manufacturable" ? item.make : item.buy);
}

function isAsked(code: string, asked: string | undefined): boolean {
  return asked === undefined || codeKey(code) === codeKey(asked);
}

const words = {
  "sales-order-lines": { document: "SO Number", party: "Customer", store: "Ship Store", done: "Qty Shipped" },
  "purchase-order-lines": { document: "PO Number", party: "Vendor", store: "Store", done: "Qty Received" },
} as const;

async function readDocuments(
  ports: Ports,
  source: "sales-order-lines" | "purchase-order-lines",
  query: SourceQuery,
): Promise<Source> {
  const kind = source === "sales-order-lines" ? "sales-order" : "purchase-order";
  const columns = documentColumns(words[source]);
  const lines = (await ports.database.read((reads) => openLineHeads(reads, kind)))
    .filter((line) => isAsked(line.store, query.store) && isAsked(line.document, query.document))
    .filter((line) => isWanted(line, query));
  const ids = lines.map(({ id }) => id);
  const linesOf = async (piece: readonly number[]): Promise<readonly Row[]> =>
    rowsFor(columns, await ports.database.read((reads) => documentLines(reads, piece)));
  const rows = await inTurns(ids, linesOf, ROWS_AT_ONCE);
  return { ...headOf(source, { columns, key: [words[source].document, "Line"] }), rows: [...rows] };
}

type Row = Source["rows"][number];

function rowsFor<Entry>(columns: readonly SourceColumn<Entry>[], entries: readonly Entry[]): readonly Row[] {
  return entries.map((entry) => columns.map(({ tell }) => tell(entry)));
}

interface Head<Entry> {
  readonly columns: readonly SourceColumn<Entry>[];
  /** The headings by which a row is known. */
  readonly key: readonly string[];
}

function headOf<Entry>(source: SourceName, { columns, key }: Head<Entry>): Omit<Source, "rows"> {
  return {
    source,
    columns: columns.map(({ heading, type, isTyped = false }) => ({ heading, type, isTyped })),
    key: key.map((heading) => columns.findIndex((column) => column.heading === heading)),
  };
}

export interface ToOrderAsked extends ItemInStore {
  readonly includesReorderData: boolean;
}

/** How the suggestion for one item comes about, or why there is none. */
export async function explainSuggestion(ports: Ports, asked: ToOrderAsked) {
  const found = await ports.database.read((transaction) => stockOfOne(transaction, asked));
  if (typeof found === "string") return found;
  const { includesReorderData } = asked;
  const figures = stockFigures(found.parts);
  return {
    item: found.item.number,
    store: found.store,
    toOrder: decimalText(stockEntry(found, includesReorderData).toOrder),
    projected: decimalText(figures.projected),
    steps: [...explainToOrder(figures, includesReorderData)],
  };
}

async function stockOfOne(
  transaction: Transaction,
  asked: ItemInStore,
): Promise<StockOfItem | ItemInStoreRefusal | "item-inactive"> {
  const id = await findItemInStore(transaction, asked);
  if (typeof id === "string") return id;
  const { store } = asked;
  const [found] = await stockParts(transaction, { store, items: [id], inEveryStore: true });
  return found ?? "item-inactive";
}
