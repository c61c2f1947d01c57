/** What happened, as data. The log of these is the truth that every open workbook follows by position. */
import { orderStatuses } from "../order/life.ts";
import { z } from "zod";

export const eventKinds = [
  "order-created",
  "order-released",
  "order-started",
  "order-produced",
  "order-closed",
  "order-cancelled",
  "order-held",
  "order-resumed",
  "order-reopened",
  "production-reported",
  "order-disassembled",
  "materials-issued",
  "materials-returned",
  "order-changed",
  "materials-changed",
  "demand-changed",
  "order-split",
  "order-merged",
  "batch-created",
  "batch-undone",
  "catalog-imported",
] as const;

/** The state an event left its MO in: enough to paint a row without asking again. */
export const orderSnapshotSchema = z.object({
  number: z.string(),
  status: z.enum(orderStatuses),
  holdReason: z.string().nullable(),
  /** Empty in events older than this field. */
  quantity: z.string().default(""),
  producedQuantity: z.string(),
  dueDate: z.string(),
  version: z.number().int(),
});
export type OrderSnapshot = z.infer<typeof orderSnapshotSchema>;

export const overriddenLevelSchema = z.object({
  item: z.string(),
  store: z.string(),
  location: z.string().nullable(),
  was: z.string(),
  is: z.string(),
});
export type OverriddenLevel = z.infer<typeof overriddenLevelSchema>;

export const overriddenSchema = z.object({
  count: z.number().int(),
  levels: z.array(overriddenLevelSchema),
});

export const undoneSchema = z.object({
  batch: z.string(),
  /** Empty when nobody said why. */
  reason: z.string(),
  /** How many orders were cancelled by it, and how many could not be. */
  takenBack: z.number().int(),
  stays: z.number().int(),
});

const lineToldSchema = z.object({ item: z.string(), quantity: z.string(), unit: z.string() }).nullable();

/** A material line before and after; null where there was none, or is none any more. */
export const lineChangedSchema = z.object({ was: lineToldSchema, is: lineToldSchema });

export const eventSchema = z.object({
  /** Rises with every event; the cursor. */
  position: z.number().int().positive(),
  kind: z.enum(eventKinds),
  /** The MO as it was after the event; null for events that are not about one MO. */
  order: orderSnapshotSchema.nullable(),
  /** The other MO it is about: what this one was merged into, or split from. */
  about: z.string().optional(),
  /** What an import set although it had moved since the import before: how many levels, and the first of them. */
  overridden: overriddenSchema.optional(),
  /** What the undo of a batch came to. */
  undone: undoneSchema.optional(),
  /** What became of an order's material lines. */
  materials: z.array(lineChangedSchema).optional(),
  actor: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
});
export type Event = z.infer<typeof eventSchema>;
