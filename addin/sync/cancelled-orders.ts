/**
 * Which orders are cancelled for good, so that their rows may be made again. The service says: an order that was
 * merged into another is cancelled too, but its quantity is still being made.
 */
import type { BatchUndo } from "../../shared/wire/batch-history.ts";
import type { BatchClient } from "./clients/batch-client.ts";
import type { Unanswered } from "./clients/http.ts";

export type Cancelled = Unanswered | { readonly kind: "known"; readonly numbers: readonly string[] };

export async function cancelledOfBatch(client: BatchClient, batch: string): Promise<Cancelled> {
  const asked = await client.previewUndo(batch);
  return asked.kind === "answered" ? { kind: "known", numbers: numbersOf(asked.answer.cancelled) } : asked;
}

/** One question tells of all orders of a batch, and orders that stand together are mostly of one. */
export async function cancelledAmong(client: BatchClient, numbers: readonly string[]): Promise<Cancelled> {
  const cancelled = new Set<string>();
  const told = new Set<string>();
  for (const number of numbers) {
    if (told.has(number)) continue;
    told.add(number);
    const found = await client.list({ search: number, limit: 1 });
    if (found.kind !== "answered") return found;
    const batch = found.answer.batches[0]?.number;
    if (batch === undefined) continue;
    const asked = await client.previewUndo(batch);
    if (asked.kind !== "answered") return asked;
    for (const one of numbersOf(asked.answer.cancelled)) cancelled.add(one);
    for (const one of allOf(asked.answer)) told.add(one);
  }
  return { kind: "known", numbers: numbers.filter((number) => cancelled.has(number)) };
}

function allOf({ takesBack, stays, cancelled }: BatchUndo): readonly string[] {
  return numbersOf([...takesBack, ...stays, ...cancelled]);
}

function numbersOf(orders: BatchUndo["cancelled"]): readonly string[] {
  return orders.map(({ number }) => number);
}
