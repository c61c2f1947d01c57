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
import { itemIdsByCode } from "../store/catalog/find-items.ts";
import { openDocumentLines } from "../store/demand/document-lines.ts";
import { stockParts, type StockedItem } from "../store/stock/stock-parts.ts";
import type { Ports } from "./ports.ts";

export async function readSource(ports: Ports, source: SourceName, query: SourceQuery): Promise<Source> {
  if (source === "sales-order-lines") return readDocuments(ports, source, query);
  if (source === "purchase-order-lines") return readDocuments(ports, source, query);
  const isShort = source === "short-inventory-planner";
  // Only there: rows are not hidden by a To Order that the sheet does not show.
  const hidesSufficient = isShort && query.hideSufficient === "true";
  const stock = await ports.database.read((transaction) =>
    stockParts(transaction, { store: query.store ?? null, items: "all" }),
  );
  const entries = stock
    .filter(({ item }) => isWanted(item, query))
    .map((one) => stockEntry(one, query.includeReorderData === "true"))
    .filter((entry) => !hidesSufficient || isAboveZero(entry.toOrder));
  const columns = isShort ? shortInventoryColumns : snapshotColumns;
  return told(source, { columns, entries, key: ["Item Number", "Store"] });
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
  const lines = await ports.database.read(openDocumentLines);
  const entries = lines
    .filter((line) => line.kind === kind)
    .filter((line) => isAsked(line.store, query.store) && isAsked(line.document, query.document))
    .filter((line) => isWanted(line, query));
  const columns = documentColumns(words[source]);
  return told(source, { columns, entries, key: [words[source].document, "Line"] });
}

interface Telling<Entry> {
  readonly columns: readonly SourceColumn<Entry>[];
  readonly entries: readonly Entry[];
  readonly key: readonly string[];
}

function told<Entry>(source: SourceName, { columns, entries, key }: Telling<Entry>): Source {
  return {
    source,
    columns: columns.map(({ heading, type, isTyped = false }) => ({ heading, type, isTyped })),
    key: key.map((heading) => columns.findIndex((column) => column.heading === heading)),
    rows: entries.map((entry) => columns.map(({ tell }) => tell(entry))),
  };
}

export interface ToOrderAsked {
  readonly item: string;
  readonly store: string;
  readonly includesReorderData: boolean;
}

/** How the suggestion for one item comes about; null when there is no such item in use, or no such store; the word when an alias is several items'. */
export async function explainSuggestion(ports: Ports, asked: ToOrderAsked) {
  const { store, includesReorderData } = asked;
  const code = codeKey(asked.item);
  const stock = await ports.database.read(async (transaction) => {
    const ids = (await itemIdsByCode(transaction, [code])).get(code) ?? [];
    return ids.length > 1 ? "ambiguous" : stockParts(transaction, { store, items: ids });
  });
  if (stock === "ambiguous") return stock;
  const [found] = stock;
  if (found === undefined) return null;
  const figures = stockFigures(found.parts);
  return {
    item: found.item.number,
    store: found.store,
    toOrder: decimalText(stockEntry(found, includesReorderData).toOrder),
    projected: decimalText(figures.projected),
    steps: [...explainToOrder(figures, includesReorderData)],
  };
}
