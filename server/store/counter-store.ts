/** Numbers given out one after the other, inside the transaction that uses them: no gap on rollback, no clash (R6). */
import type { Transaction } from "./open-database.ts";

/** Reserves `many` numbers and returns the last of them. */
export async function countUp(
  transaction: Transaction,
  name: "order" | "batch",
  many: number,
): Promise<number> {
  const { value } = await transaction
    .insertInto("counter")
    .values({ name, value: many })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet((eb) => ({ value: eb("counter.value", "+", eb.ref("excluded.value")) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}
