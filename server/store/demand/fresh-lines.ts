/** Demand lines of a press for rows that have none yet. */
import { add, decimalText, ZERO, type Decimal } from "../../../shared/quantity/decimal.ts";
import { rowsOf, type DemandLine } from "../../../shared/validation/demand-line.ts";
import { isForLine, rowKey } from "../../../shared/validation/known-line.ts";
import { eachInTurns } from "../in-turns.ts";
import { insertRows } from "../insert-rows.ts";
import type { Transaction } from "../open-database.ts";
import type { NumberedOrder } from "../orders/rows-of-orders.ts";

/** Sent as their orders are, and counted until their ids are known. */
export class FreshLines {
  readonly #transaction: Transaction;
  /** The last there was before. */
  readonly #last: number;
  #sent = 0;
  readonly #byKey = new Map<string, FreshLine>();
  /** By row. */
  readonly #ofRow = new Map<number, FreshLine>();

  private constructor(transaction: Transaction, last: number) {
    this.#transaction = transaction;
    this.#last = last;
  }

  static async begin(transaction: Transaction): Promise<FreshLines> {
    return new FreshLines(transaction, await lastDemandLine(transaction));
  }

  async send(orders: readonly NumberedOrder[]): Promise<void> {
    await eachInTurns(orders, async (piece) => {
      const rows = piece.flatMap(({ order }) =>
        rowsOf(order.demand).filter((row) => row.known === undefined),
      );
      const first = rows.filter((row) => this.#isFirst(row));
      await insertRows(this.#transaction, "demand_line", first.map(demandLineRow));
    });
  }

  /** Once all were sent. */
  async ids(): Promise<(row: DemandLine) => number> {
    const ids = await demandLinesAfter(this.#transaction, this.#last);
    const idOf = ({ place }: FreshLine): number => ids[place] ?? missing();
    for (const line of this.#byKey.values())
      if (line.rows > 1) await setQuantity(this.#transaction, idOf(line), line.quantity);
    return ({ row }) => {
      const line = this.#ofRow.get(row);
      return line === undefined ? missing() : idOf(line);
    };
  }

  /** Rows that are to be kept though they name one line want it together: a line is one, however often it is named. */
  #isFirst(row: DemandLine): boolean {
    const key = isForLine(row) ? rowKey(row) : null;
    const before = key === null ? undefined : this.#byKey.get(key);
    const line = before ?? { place: this.#sent, quantity: ZERO, rows: 0 };
    line.quantity = add(line.quantity, row.quantity);
    line.rows += 1;
    this.#ofRow.set(row.row, line);
    if (before !== undefined) return false;
    this.#sent += 1;
    if (key !== null) this.#byKey.set(key, line);
    return true;
  }
}

interface FreshLine {
  /** Among those of the press. */
  readonly place: number;
  quantity: Decimal;
  rows: number;
}

export async function setQuantity(transaction: Transaction, id: number, quantity: Decimal): Promise<void> {
  await transaction
    .updateTable("demand_line")
    .set({ quantity: decimalText(quantity) })
    .where("id", "=", id)
    .execute();
}

function demandLineRow(demand: DemandLine) {
  return {
    is_imported: 0 as const,
    kind: demand.kind,
    document: demand.document,
    line: demand.line,
    item_id: demand.item.id,
    store_id: demand.store.id,
    unit_code: demand.item.unit.code,
    quantity: decimalText(demand.quantity),
    done_quantity: "0",
    need_date: demand.needDate,
    status: "released" as const,
    party: "",
    notes: demand.notes,
    row_key: rowKey(demand),
  };
}

async function lastDemandLine(transaction: Transaction): Promise<number> {
  const { last } = await transaction
    .selectFrom("demand_line")
    .select((eb) => eb.fn.max<number | null>("id").as("last"))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Ids rise in the order of the rows that were written, and nobody else writes meanwhile. */
async function demandLinesAfter(transaction: Transaction, last: number): Promise<readonly number[]> {
  const rows = await transaction
    .selectFrom("demand_line")
    .select("id")
    .where("id", ">", last)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

function missing(): never {
  throw new Error("A demand line was written and has no id");
}
