/** Writes rows that are told apart by a key: new ones are inserted, changed ones updated, equal ones left alone. */
import { sql } from "kysely";
import { rowsInPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";
import type { Tables } from "../tables.ts";

export type SavedOutcome = "created" | "updated" | "unchanged";
export type PlainRow = Readonly<Record<string, string | number | null>>;

export interface RowsToSave {
  readonly table: keyof Tables;
  /** The columns that tell rows apart. */
  readonly key: readonly string[];
  /** All with the same columns. */
  readonly rows: readonly PlainRow[];
}

/** One outcome for each row, in the rows' order. Two rows with one key are the caller's to refuse. */
export async function saveRows(
  transaction: Transaction,
  { table, key, rows }: RowsToSave,
): Promise<readonly SavedOutcome[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.keys(first);
  const keyOf = (row: PlainRow): string => JSON.stringify(key.map((column) => row[column]));
  const known =
    await sql<PlainRow>`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}`.execute(
      transaction,
    );
  const before = new Map(known.rows.map((row) => [keyOf(row), row]));
  const outcomes = rows.map((row) => compareRows(before.get(keyOf(row)), row));
  await insert(transaction, {
    table,
    columns,
    rows: rows.filter((_, index) => outcomes[index] === "created"),
  });
  for (const row of rows.filter((_, index) => outcomes[index] === "updated"))
    await update(transaction, { table, key, row });
  return outcomes;
}

function compareRows(before: PlainRow | undefined, now: PlainRow): SavedOutcome {
  if (before === undefined) return "created";
  return Object.keys(now).every((column) => before[column] === now[column]) ? "unchanged" : "updated";
}

interface Insertion {
  readonly table: keyof Tables;
  readonly columns: readonly string[];
  readonly rows: readonly PlainRow[];
}

async function insert(transaction: Transaction, { table, columns, rows }: Insertion): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (const piece of rowsInPieces(rows, columns.length)) {
    const values = piece.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(transaction);
  }
}

interface Update {
  readonly table: keyof Tables;
  readonly key: readonly string[];
  readonly row: PlainRow;
}

async function update(transaction: Transaction, { table, key, row }: Update): Promise<void> {
  const changes = Object.entries(row).filter(([column]) => !key.includes(column));
  const assignments = changes.map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  // "is not distinct from" finds nulls too, in SQLite as in PostgreSQL.
  const conditions = key.map((column) => sql`${sql.ref(column)} is not distinct from ${row[column]}`);
  await sql`update ${sql.table(table)} set ${sql.join(assignments)} where ${sql.join(conditions, sql` and `)}`.execute(
    transaction,
  );
}
