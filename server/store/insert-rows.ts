/** Many rows of one shape into a table, the way its database takes them fastest. */
import type { Insertable } from "kysely";
import { rowsInPieces } from "./chunks.ts";
import type { PlainRow } from "./dialect/rows-as-columns.ts";
import { takesRows } from "./dialect/takes-rows.ts";
import type { Transaction } from "./open-database.ts";
import type { Tables } from "./tables.ts";

/** All rows name the same columns in the same order: build them in one place. */
export async function insertRows<Name extends keyof Tables>(
  transaction: Transaction,
  table: Name,
  rows: readonly (Insertable<Tables[Name]> & PlainRow)[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { adapter } = transaction.getExecutor();
  if (takesRows(adapter)) {
    await adapter.takeRows(table, rows);
    return;
  }
  for (const piece of rowsInPieces(rows, Object.keys(first).length))
    await transaction.insertInto(table).values(piece).execute();
}
