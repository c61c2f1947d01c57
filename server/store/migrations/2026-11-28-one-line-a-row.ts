/**
 * Rows that name a line of a document are known by document, line without leading zeros, and item; they were known by
 * their kind and the line as written before. Those that turn out to be one line become one.
 */
import type { Kysely } from "kysely";
import { add, decimal, decimalText } from "../../../shared/quantity/decimal.ts";

// An interface has no index signature, which Kysely asks for.
type Before = Record<"demand_line", DemandLine> & Record<"coverage", Coverage>;

interface DemandLine {
  id: number;
  is_imported: number;
  document: string;
  line: string;
  item_id: number;
  quantity: string;
  row_key: string | null;
}

interface Coverage {
  demand_line_id: number;
  mo_id: number;
  quantity: string;
}

const LINES_A_PIECE = 1_000;

export async function knowRowsByLine(database: Kysely<unknown>): Promise<void> {
  const db = database.withTables<Before>();
  const first = new Map<string, number>();
  for (let after = 0; ;) {
    const lines = await namedLines(db, after);
    for (const { id, document, line, item_id, quantity } of lines) {
      const key = JSON.stringify([codeKey(document), codeKey(line).replace(/^0+(?=\d)/, ""), item_id]);
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, id);
        await db.updateTable("demand_line").set({ row_key: key }).where("id", "=", id).execute();
      } else await fold(db, { id, quantity }, earlier);
    }
    const last = lines.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

function namedLines(db: Kysely<Before>, after: number) {
  return db
    .selectFrom("demand_line")
    .select(["id", "document", "line", "item_id", "quantity"])
    .where("is_imported", "=", 0)
    .where("row_key", "is not", null)
    .where("document", "!=", "")
    .where("line", "!=", "")
    .where("id", ">", after)
    .orderBy("id")
    .limit(LINES_A_PIECE)
    .execute();
}

/** The later line's orders are for the earlier one, too. */
async function fold(
  db: Kysely<Before>,
  { id, quantity }: { readonly id: number; readonly quantity: string },
  into: number,
): Promise<void> {
  const shares = await db.selectFrom("coverage").selectAll().where("demand_line_id", "=", id).execute();
  for (const { mo_id, quantity: share } of shares) await moveShare(db, { id, mo_id, share }, into);
  const { quantity: wanted } = await db
    .selectFrom("demand_line")
    .select("quantity")
    .where("id", "=", into)
    .executeTakeFirstOrThrow();
  const both = added(wanted, quantity);
  await db.updateTable("demand_line").set({ quantity: both }).where("id", "=", into).execute();
  await db.deleteFrom("demand_line").where("id", "=", id).execute();
}

interface Moving {
  readonly id: number;
  readonly mo_id: number;
  readonly share: string;
}

async function moveShare(db: Kysely<Before>, { id, mo_id, share }: Moving, into: number): Promise<void> {
  const there = await db
    .selectFrom("coverage")
    .select("quantity")
    .where("demand_line_id", "=", into)
    .where("mo_id", "=", mo_id)
    .executeTakeFirst();
  const ofOrder = db.updateTable("coverage").where("mo_id", "=", mo_id);
  if (there === undefined) {
    await ofOrder.set({ demand_line_id: into }).where("demand_line_id", "=", id).execute();
    return;
  }
  const quantity = added(there.quantity, share);
  await ofOrder.set({ quantity }).where("demand_line_id", "=", into).execute();
  await db.deleteFrom("coverage").where("demand_line_id", "=", id).where("mo_id", "=", mo_id).execute();
}

function codeKey(code: string): string {
  return code.trim().toLowerCase();
}

function added(one: string, other: string): string {
  return decimalText(add(decimal(one), decimal(other)));
}
