/** Lines that rows are for, with what is on orders for them already. */
import { sql } from "kysely";
import { knownDate } from "../../../shared/quantity/calendar-date.ts";
import { add } from "../../../shared/quantity/decimal.ts";
import type { UnitConversion } from "../../../shared/quantity/unit.ts";
import { isUnfinished } from "../../../shared/order/life.ts";
import type { DraftLine } from "../../../shared/row/draft-line.ts";
import {
  documentKey,
  documentKinds,
  isForLine,
  type KnownLine,
} from "../../../shared/validation/known-line.ts";
import { forPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";
import { balanceOf, sharesOfLines, type ShareOfLine } from "../demand/line-coverage.ts";
import { pushTo } from "./push-to.ts";

/** The imported lines of the documents that rows name, by `documentKey`. */
export async function linesOfDocuments(
  transaction: Transaction,
  rows: readonly Pick<DraftLine, "document">[],
  conversions: readonly UnitConversion[],
): Promise<ReadonlyMap<string, readonly KnownLine[]>> {
  const found = await forPieces(spellings(rows.map(({ document }) => document)), (piece) =>
    lines(transaction)
      .where("line.is_imported", "=", 1)
      .where("line.kind", "in", documentKinds)
      .where(sql<string>`lower(line.document)`, "in", piece)
      .execute(),
  );
  const byDocument = new Map<string, KnownLine[]>();
  for (const known of await withCoverage(transaction, found, conversions))
    pushTo(byDocument, documentKey(known.kind, known.document), known);
  return byDocument;
}

/**
 * Rows with one of these keys that were pressed before and have orders: all that were pressed with a key are one line.
 * A row that names no line of a document is the same need only while its orders are unfinished.
 */
export async function pressedRows(
  transaction: Transaction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownLine>> {
  const found = await forPieces([...new Set(keys)], (piece) =>
    lines(transaction).where("line.row_key", "in", piece).where("line.is_imported", "=", 0).execute(),
  );
  const known = await withCoverage(transaction, found, []);
  const keyOf = new Map(found.map(({ id, rowKey }) => [id, rowKey]));
  const byKey = new Map<string, KnownLine>();
  for (const line of known) {
    const key = keyOf.get(line.id) ?? null;
    if (key === null || line.orders.length === 0) continue;
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? line : together(before, line));
  }
  return byKey;
}

/** Rows that were pressed as needs of their own though they name one line. */
function together(one: KnownLine, other: KnownLine): KnownLine {
  return {
    ...one,
    quantity: add(one.quantity, other.quantity),
    covered: add(one.covered, other.covered),
    made: add(one.made, other.made),
    orders: [...one.orders, ...other.orders],
  };
}

function lines(transaction: Transaction) {
  return transaction
    .selectFrom("demand_line as line")
    .innerJoin("item", "item.id", "line.item_id")
    .innerJoin("unit", "unit.code", "item.unit_code")
    .innerJoin("store", "store.id", "line.store_id")
    .select(["line.id", "line.is_imported as isImported", "line.kind", "line.document", "line.line"])
    .select(["line.item_id as itemId", "item.number as item", "store.code as store"])
    .select(["item.unit_code as stockUnit", "unit.decimals", "line.unit_code as lineUnit", "line.quantity"])
    .select(["line.done_quantity as done", "line.need_date as needDate", "line.status"])
    .select("line.row_key as rowKey")
    .orderBy("line.id");
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>["execute"]>>[number];

async function withCoverage(
  transaction: Transaction,
  rows: readonly LineRow[],
  conversions: readonly UnitConversion[],
): Promise<readonly KnownLine[]> {
  const shares = await sharesOfLines(
    transaction,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const { isInStockUnit, ...balance } = balanceOf(row, countedFor(row, shares.get(row.id)), conversions);
    const { id, kind, document, line, itemId, item, store, stockUnit: unit, status } = row;
    const needDate = row.needDate === null ? null : knownDate(row.needDate);
    const isImported = row.isImported === 1;
    return {
      id,
      isImported,
      kind,
      document,
      line,
      itemId,
      item,
      store,
      unit,
      status,
      ...balance,
      needDate,
      unconverted: isInStockUnit ? null : row.lineUnit,
    };
  });
}

/** What is made for a row that names no line is made once; then the same may be wanted again. */
function countedFor(row: LineRow, shares: readonly ShareOfLine[] = []): readonly ShareOfLine[] {
  return row.isImported === 1 || isForLine(row)
    ? shares
    : shares.filter(({ status }) => isUnfinished(status));
}

/** As a database may lower the documents' letters: SQLite lowers A to Z only, PostgreSQL all. */
export function spellings(documents: readonly string[]): readonly string[] {
  const texts = [...new Set(documents.map((document) => document.trim()))];
  const known = texts.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]);
  const lowered = known.map((text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
  return [...new Set(lowered)].filter((text) => text !== "");
}
