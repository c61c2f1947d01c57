/** Merges that a batch's orders were part of, read from the log: where their quantity went, and whose came to them. */
import { sql } from "kysely";
import { z } from "zod";
import { eventSchema } from "../../../shared/event/event.ts";
import type { UndoableOrder } from "../../../shared/order/undo-batch.ts";
import { forPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";

export interface Merges {
  /** By the order that was merged away: who makes its quantity since, at the end of all merges. */
  readonly survivors: ReadonlyMap<number, NonNullable<UndoableOrder["survivor"]>>;
  /** By the order that goes on: one whose quantity came from another batch. */
  readonly foreignParts: ReadonlyMap<number, string>;
}

interface Merge {
  readonly id: number;
  readonly at: string;
  readonly number: string;
  readonly batchId: number;
  /** The number of the order it was merged into; null for the one that goes on. */
  readonly into: string | null;
}

export async function mergesOf(transaction: Transaction, batchId: number): Promise<Merges> {
  const own = await asMerges(merges(transaction).where("mo.batch_id", "=", batchId));
  if (own.length === 0) return { survivors: new Map(), foreignParts: new Map() };
  return {
    survivors: await survivorsOf(transaction, own),
    foreignParts: await foreignPartsOf(transaction, own, batchId),
  };
}

function merges(transaction: Transaction) {
  return (
    transaction
      .selectFrom("event")
      .innerJoin("manufacturing_order as mo", "mo.id", "event.mo_id")
      .select(["mo.id", "mo.number", "mo.batch_id as batchId", "event.at", "event.data"])
      // Said in the statement itself, so that the index of merges is taken.
      .where("event.kind", "=", sql.lit("order-merged"))
      .orderBy("event.position")
  );
}

const dataSchema = z.object({ ...eventSchema.pick({ about: true }).shape });

async function asMerges(query: ReturnType<typeof merges>): Promise<readonly Merge[]> {
  const rows = await query.execute();
  return rows.map(({ data, ...merge }) => ({
    ...merge,
    into: dataSchema.parse(JSON.parse(data)).about ?? null,
  }));
}

/** Merges of merged orders are followed to the order that was not merged away itself. */
async function survivorsOf(transaction: Transaction, own: readonly Merge[]): Promise<Merges["survivors"]> {
  const intoById = new Map<number, string>();
  const orders = new Map<string, { readonly id: number; readonly isCancelled: boolean }>();
  for (let news = own; ;) {
    for (const { id, into } of news) if (into !== null) intoById.set(id, into);
    const wanted = [...new Set(intoById.values())].filter((number) => !orders.has(number));
    if (wanted.length === 0) break;
    const ids: number[] = [];
    for (const { id, number, status } of await ordersByNumber(transaction, wanted)) {
      orders.set(number, { id, isCancelled: status === "cancelled" });
      ids.push(id);
    }
    if (ids.length === 0) break;
    news = await asMerges(merges(transaction).where("event.mo_id", "in", ids));
  }
  const survivors = new Map<number, NonNullable<UndoableOrder["survivor"]>>();
  for (const { id } of own) {
    let number = intoById.get(id);
    for (let next = number; next !== undefined; next = intoById.get(orders.get(next)?.id ?? -1))
      number = next;
    const order = orders.get(number ?? "");
    if (number !== undefined && order !== undefined) survivors.set(id, { ...order, number });
  }
  return survivors;
}

function ordersByNumber(transaction: Transaction, numbers: readonly string[]) {
  return forPieces(numbers, (piece) =>
    transaction
      .selectFrom("manufacturing_order")
      .select(["id", "number", "status"])
      .where("number", "in", piece)
      .execute(),
  );
}

/** What was merged into an order was noted at the same instant. */
async function foreignPartsOf(
  transaction: Transaction,
  own: readonly Merge[],
  batchId: number,
): Promise<Merges["foreignParts"]> {
  const goingOn = own.filter(({ into }) => into === null);
  if (goingOn.length === 0) return new Map();
  const moments = [...new Set(goingOn.map(({ at }) => at))];
  const parts = await forPieces(moments, (piece) =>
    asMerges(merges(transaction).where("event.at", "in", piece)),
  );
  const idByNumber = new Map(goingOn.map(({ id, number }) => [number, id]));
  const foreign = new Map<number, string>();
  for (const { id, number, into, batchId: from } of parts) {
    const whole = idByNumber.get(into ?? "");
    // One of the batch's own may carry another's quantity already: events come in the order of the merges.
    const part = from === batchId ? foreign.get(id) : number;
    if (whole !== undefined && part !== undefined) foreign.set(whole, part);
  }
  return foreign;
}
