/**
 * Rows that were pressed before the line they are for was imported: from now on their orders are that line's, so that it
 * is not made again (R1, R2). The rule that binds a row to its line when it is pressed binds them.
 */
import { add, decimal, decimalText } from "../../../shared/quantity/decimal.ts";
import { demandKinds } from "../../../shared/row/draft-line.ts";
import { linesFor, linesOf } from "../../../shared/validation/find-line.ts";
import { documentKinds, type KnownLine } from "../../../shared/validation/known-line.ts";
import { doneOfOtherStock } from "../../../shared/validation/line-balance.ts";
import { forPieces } from "../chunks.ts";
import { loadConversions } from "../facts/conversion-facts.ts";
import { linesOfDocuments, spellings } from "../facts/known-lines.ts";
import { pushTo } from "../facts/push-to.ts";
import type { Transaction } from "../open-database.ts";
import { coverageOf } from "./coverage-store.ts";

/** After an import. */
export async function adoptPressedLines(transaction: Transaction): Promise<void> {
  const pressed = await pressedForDocuments(transaction);
  if (pressed.length === 0) return;
  const documents = await linesOfDocuments(transaction, pressed, await loadConversions(transaction));
  const rowsOf = new Map<KnownLine, PressedLine[]>();
  for (const row of pressed) {
    const lines = linesOf(row, documents);
    const [line, another] = linesFor(row, { items: new Set([row.itemId]), lines });
    const isFor = line?.itemId === row.itemId && line.unconverted === null && another === undefined;
    if (line !== undefined && isFor) pushTo(rowsOf, line, row);
  }
  for (const [line, rows] of rowsOf) await adopt(transaction, line, rows);
}

/** Of documents that are imported by now. */
async function pressedForDocuments(transaction: Transaction) {
  const imported = await transaction
    .selectFrom("demand_line")
    .select("document")
    .distinct()
    .where("is_imported", "=", 1)
    .where("kind", "in", documentKinds)
    .execute();
  return forPieces(spellings(imported.map(({ document }) => document)), (piece) =>
    transaction
      .selectFrom("demand_line as line")
      .innerJoin("store", "store.id", "line.store_id")
      .select(["line.id", "line.kind", "line.document", "line.line", "line.item_id as itemId"])
      .select(["line.need_date as needDate", "store.code as store"])
      .where("line.is_imported", "=", 0)
      .where("line.kind", "in", demandKinds)
      .where((eb) => eb.fn<string>("lower", ["line.document"]), "in", piece)
      .orderBy("line.id")
      .execute(),
  );
}

type PressedLine = Awaited<ReturnType<typeof pressedForDocuments>>[number];

/**
 * The orders were made for as much as they cover: what the line wants beside that, another day or another store is told
 * as what has changed since.
 */
async function adopt(transaction: Transaction, line: KnownLine, rows: readonly PressedLine[]): Promise<void> {
  const moved: (Move & { readonly row: PressedLine })[] = [];
  for (const row of rows)
    for (const orderId of await ordersOf(transaction, row.id)) {
      const move = { orderId, from: row.id, to: line.id };
      if (await moveShare(transaction, move)) moved.push({ ...move, row });
    }
  const ids = rows.map(({ id }) => id);
  await transaction.deleteFrom("demand_line").where("id", "in", ids).execute();
  const balance = (await coverageOf(transaction, [line.id])).get(line.id);
  if (balance === undefined) throw new Error(`Line ${line.id} was imported and cannot be read`);
  const done = doneOfOtherStock(balance);
  for (const { orderId, row } of moved)
    await transaction
      .updateTable("coverage")
      .set({ seen_quantity: decimalText(add(balance.covered, done)), seen_done: decimalText(done) })
      .set({ seen_need_date: row.needDate ?? line.needDate, seen_store: row.store })
      .where("mo_id", "=", orderId)
      .where("demand_line_id", "=", line.id)
      .execute();
}

async function ordersOf(transaction: Transaction, lineId: number): Promise<readonly number[]> {
  const query = transaction.selectFrom("coverage").select("mo_id").where("demand_line_id", "=", lineId);
  return (await query.orderBy("mo_id").execute()).map((row) => row.mo_id);
}

interface Move {
  readonly orderId: number;
  readonly from: number;
  readonly to: number;
}

/** False when the order was for the line, too: it has one share of it then, which saw what it saw. */
async function moveShare(transaction: Transaction, { orderId, from, to }: Move): Promise<boolean> {
  const shares = await transaction
    .selectFrom("coverage")
    .select(["demand_line_id", "quantity"])
    .where("mo_id", "=", orderId)
    .where("demand_line_id", "in", [from, to])
    .execute();
  const ofOrder = transaction.updateTable("coverage").where("mo_id", "=", orderId);
  if (shares.length === 1) {
    await ofOrder.set({ demand_line_id: to, seen_done: "0" }).where("demand_line_id", "=", from).execute();
    return true;
  }
  const [one, other] = shares.map(({ quantity }) => decimal(quantity));
  if (one === undefined || other === undefined) throw new Error(`Order ${orderId} has lost its share`);
  const quantity = decimalText(add(one, other));
  await transaction
    .deleteFrom("coverage")
    .where("mo_id", "=", orderId)
    .where("demand_line_id", "=", from)
    .execute();
  await ofOrder.set({ quantity }).where("demand_line_id", "=", to).execute();
  return false;
}
