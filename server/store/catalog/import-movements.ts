/** An import sets stock levels. The ledger gets the difference as a movement, and work of ours that it overrides is named. */
import { compare, decimal, decimalText, subtract, ZERO } from "../../../shared/quantity/decimal.ts";
import type { OverriddenLevel } from "../../../shared/event/event.ts";
import { inPieces, rowsInPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";

export type Levels = ReadonlyMap<string, LevelRow>;

interface LevelRow {
  readonly item_id: number;
  readonly store_id: number;
  readonly location_id: number;
  readonly available: string;
}

export async function levelsNow(transaction: Transaction): Promise<Levels> {
  const rows = await transaction
    .selectFrom("stock_level")
    .select(["item_id", "store_id", "location_id", "available"])
    .execute();
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Call it with the levels as they were before the import; it compares them with those of now. */
export async function noteImport(
  transaction: Transaction,
  before: Levels,
  by: { readonly actor: string; readonly at: string },
): Promise<readonly OverriddenLevel[]> {
  const changes = [...(await levelsNow(transaction)).values()].flatMap((row) => {
    const was = decimal(before.get(keyOf(row))?.available ?? "0");
    const difference = subtract(decimal(row.available), was);
    return compare(difference, ZERO) === 0 ? [] : [{ row, was, difference }];
  });
  const moved = await movedSinceImport(
    transaction,
    changes.map(({ row }) => row.item_id),
  );
  const movements = changes.map(({ row: { available: _available, ...where }, difference }) => ({
    ...where,
    quantity: decimalText(difference),
    reason: "import",
    mo_id: null,
    ...by,
  }));
  for (const piece of rowsInPieces(movements, 8))
    await transaction.insertInto("stock_movement").values(piece).execute();
  return changes.flatMap(({ row, was }) => {
    const names = moved.get(keyOf(row));
    return names === undefined ? [] : [{ ...names, was: decimalText(was), is: row.available }];
  });
}

type Names = Pick<OverriddenLevel, "item" | "store" | "location">;

/** The places whose last movement was not an import. */
async function movedSinceImport(transaction: Transaction, itemIds: readonly number[]) {
  const last = new Map<string, Names & { readonly reason: string }>();
  for (const piece of inPieces([...new Set(itemIds)])) {
    const rows = await transaction
      .selectFrom("stock_movement as movement")
      .innerJoin("item", "item.id", "movement.item_id")
      .innerJoin("store", "store.id", "movement.store_id")
      .leftJoin("location", "location.id", "movement.location_id")
      .select(["movement.item_id", "movement.store_id", "movement.location_id", "movement.reason"])
      .select(["item.number as item", "store.code as store", "location.code as location"])
      .where("movement.item_id", "in", piece)
      .orderBy("movement.id")
      .execute();
    for (const { reason, item, store, location, ...where } of rows)
      last.set(keyOf(where), { reason, item, store, location });
  }
  return new Map(
    [...last].flatMap(([key, { reason, ...names }]) => (reason === "import" ? [] : [[key, names] as const])),
  );
}

function keyOf(row: Omit<LevelRow, "available">): string {
  return `${row.item_id}/${row.store_id}/${row.location_id}`;
}
