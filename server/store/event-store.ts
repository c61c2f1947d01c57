/** The log: appended to in the same transaction as the change itself, read by position. */
import {
  eventKinds,
  eventSchema,
  orderSnapshotSchema,
  type Event,
  type OrderSnapshot,
} from "../../shared/event/event.ts";
import { z } from "zod";
import { insertRows } from "./insert-rows.ts";
import type { Transaction } from "./open-database.ts";

export interface NewEvent {
  readonly kind: Event["kind"];
  readonly moId: number | null;
  readonly batchId: number | null;
  readonly order: OrderSnapshot | null;
  readonly about?: Event["about"];
  readonly overridden?: Event["overridden"];
  readonly undone?: Event["undone"];
  readonly materials?: Event["materials"];
  readonly actor: string;
  readonly at: string;
}

/** Returns the position of the last one. */
export async function appendEvents(transaction: Transaction, events: readonly NewEvent[]): Promise<number> {
  await sendEvents(transaction, events);
  return lastEventPosition(transaction);
}

/** The same for whoever need not know where they stand. */
export async function sendEvents(transaction: Transaction, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map((event) => {
    const { kind, moId, batchId, actor, at } = event;
    return { kind, mo_id: moId, batch_id: batchId, actor, at, data: JSON.stringify(dataOf(event)) };
  });
  await insertRows(transaction, "event", rows);
}

function dataOf({ order, about, overridden, undone, materials }: NewEvent) {
  const isPlain = order === null && overridden === undefined && undone === undefined;
  if (isPlain) return null;
  const details = { about, overridden, undone, materials };
  // Most events tell an order and nothing more.
  return Object.values(details).every((one) => one === undefined) ? order : { ...order, ...details };
}

export async function lastEventPosition(transaction: Transaction): Promise<number> {
  const { last } = await transaction
    .selectFrom("event")
    .select((eb) => eb.fn.max<number | null>("position").as("last"))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

interface Page {
  readonly after: number;
  readonly limit: number;
}

const kindSchema = z.enum(eventKinds);
const dataSchema = orderSnapshotSchema.nullable();
const detailsSchema = eventSchema.pick({ about: true, overridden: true, undone: true, materials: true });

export async function eventsAfter(
  transaction: Transaction,
  { after, limit }: Page,
): Promise<readonly Event[]> {
  const rows = await transaction
    .selectFrom("event")
    .selectAll()
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    position: row.position,
    kind: kindSchema.parse(row.kind),
    ...toldBy(JSON.parse(row.data)),
    actor: row.actor,
    at: row.at,
  }));
}

function toldBy(data: unknown): Pick<Event, "order" | "about" | "overridden" | "undone" | "materials"> {
  const details = data === null ? {} : detailsSchema.parse(data);
  const isAboutOrder = details.overridden === undefined && details.undone === undefined;
  return { order: isAboutOrder ? dataSchema.parse(data) : null, ...details };
}
