/**
 * Stock is moved, never set: every change of a level is a movement written beside it, so the movements of an item
 * in a place always add up to its level. Movements of one piece of work are gathered and written at its end.
 */
import {
  add,
  decimal,
  decimalText,
  isAboveZero,
  smaller,
  subtract,
  ZERO,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { supplyKey } from "../../../shared/validation/facts.ts";
import { inPieces, rowsInPieces } from "../chunks.ts";
import { pushTo } from "../facts/push-to.ts";
import type { Transaction } from "../open-database.ts";

export const movementReasons = [
  "import",
  "issue",
  "return",
  "production",
  "disassembly-consumed",
  "disassembly-returned",
] as const;
export type MovementReason = (typeof movementReasons)[number];

export interface Movement {
  readonly itemId: number;
  readonly storeId: number;
  /** 0 when stock is not told by location. */
  readonly locationId: number;
  /** Below zero when it leaves. */
  readonly quantity: Decimal;
  readonly reason: MovementReason;
  readonly orderId: number | null;
}

/** What leaves a store, from wherever it lies. */
export type Draw = Omit<Movement, "locationId">;

interface Level {
  readonly itemId: number;
  readonly storeId: number;
  readonly locationId: number;
  available: Decimal;
  isNew: boolean;
  isChanged: boolean;
}

export class StockLedger {
  /** By item and store, the lowest location first. */
  readonly #levels = new Map<number, Level[]>();
  readonly #movements: Movement[] = [];

  private constructor(levels: readonly Level[]) {
    for (const level of levels) pushTo(this.#levels, supplyKey(level.itemId, level.storeId), level);
  }

  /** Knows the levels of these items in all stores. */
  static async open(transaction: Transaction, itemIds: readonly number[]): Promise<StockLedger> {
    const levels: Level[] = [];
    for (const piece of inPieces([...new Set(itemIds)])) {
      const rows = await transaction
        .selectFrom("stock_level")
        .select(["item_id as itemId", "store_id as storeId", "location_id as locationId", "available"])
        .where("item_id", "in", piece)
        .orderBy("location_id")
        .execute();
      levels.push(
        ...rows.map((row) => ({ ...row, available: decimal(row.available), isNew: false, isChanged: false })),
      );
    }
    return new StockLedger(levels);
  }

  put(movement: Movement): void {
    const level =
      this.#levelsIn(movement).find((one) => one.locationId === movement.locationId) ??
      this.#newLevel(movement);
    level.available = add(level.available, movement.quantity);
    level.isChanged = true;
    this.#movements.push(movement);
  }

  /**
   * From the locations that hold some, the lowest first; what none holds is owed by the store as a whole, whose level
   * may go below zero. Returns how much that is.
   */
  draw({ quantity, ...of }: Draw): Decimal {
    let missing = quantity;
    for (const level of this.#levelsIn(of)) {
      if (!isAboveZero(level.available) || !isAboveZero(missing)) continue;
      const part = smaller(level.available, missing);
      this.put({ ...of, locationId: level.locationId, quantity: subtract(ZERO, part) });
      missing = subtract(missing, part);
    }
    if (isAboveZero(missing)) this.put({ ...of, locationId: 0, quantity: subtract(ZERO, missing) });
    return missing;
  }

  async close(transaction: Transaction, by: { readonly actor: string; readonly at: string }): Promise<void> {
    const changed = [...this.#levels.values()].flat().filter((level) => level.isChanged);
    for (const level of changed.filter((one) => !one.isNew)) await updateLevel(transaction, level);
    for (const piece of rowsInPieces(changed.filter((one) => one.isNew).map(toLevelRow), 6))
      await transaction.insertInto("stock_level").values(piece).execute();
    for (const piece of rowsInPieces(
      this.#movements.map((movement) => toMovementRow(movement, by)),
      8,
    ))
      await transaction.insertInto("stock_movement").values(piece).execute();
  }

  #levelsIn({ itemId, storeId }: Pick<Movement, "itemId" | "storeId">): readonly Level[] {
    return this.#levels.get(supplyKey(itemId, storeId)) ?? [];
  }

  #newLevel({ itemId, storeId, locationId }: Movement): Level {
    const level = { itemId, storeId, locationId, available: ZERO, isNew: true, isChanged: true };
    const levels = [...this.#levelsIn(level), level];
    this.#levels.set(
      supplyKey(itemId, storeId),
      levels.toSorted((left, right) => left.locationId - right.locationId),
    );
    return level;
  }
}

async function updateLevel(transaction: Transaction, level: Level): Promise<void> {
  await transaction
    .updateTable("stock_level")
    .set({ available: decimalText(level.available) })
    .where("item_id", "=", level.itemId)
    .where("store_id", "=", level.storeId)
    .where("location_id", "=", level.locationId)
    .execute();
}

function toLevelRow({ itemId, storeId, locationId, available }: Level) {
  const where = { item_id: itemId, store_id: storeId, location_id: locationId };
  return { ...where, available: decimalText(available), not_available: "0", allocated: "0" };
}

function toMovementRow(movement: Movement, { actor, at }: { readonly actor: string; readonly at: string }) {
  const { itemId, storeId, locationId, quantity, reason, orderId } = movement;
  const where = { item_id: itemId, store_id: storeId, location_id: locationId };
  return { ...where, quantity: decimalText(quantity), reason, mo_id: orderId, actor, at };
}
