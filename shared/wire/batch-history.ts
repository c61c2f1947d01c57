/** Batches as they are listed, opened and taken back. */
import { z } from "zod";
import { orderSnapshotSchema } from "../event/event.ts";
import { orderStatuses } from "../order/life.ts";
import { changeRefusals } from "../order/refusals.ts";
import { batchStates } from "../order/undo-batch.ts";
import { problemSchema } from "./lines.ts";

/** In any case, as people type it. */
export const batchNumberSchema = z.string().transform((text) => text.trim().toUpperCase());

export const batchSummarySchema = z
  .object({
    number: z.string(),
    state: z.enum(batchStates),
    created: z.number().int().meta({ description: "Rows that became an order" }),
    refused: z.number().int(),
    orders: z
      .number()
      .int()
      .meta({ description: "Of the batch in all, with sub-assemblies and parts of split orders" }),
    unfinished: z.number().int().meta({ description: "Of these: open, released or in progress" }),
    cancelled: z.number().int().meta({ description: "Of these" }),
    actor: z.string(),
    createdAt: z.string(),
    source: z.object({ workbook: z.string(), sheet: z.string() }),
    undone: z
      .object({ at: z.string(), actor: z.string(), reason: z.string() })
      .nullable()
      .meta({ description: "The last undo that changed something" }),
  })
  .meta({ id: "BatchSummary" });
export type BatchSummary = z.infer<typeof batchSummarySchema>;

export const batchListQuerySchema = z.object({
  state: z.enum(batchStates).optional(),
  actor: z.string().max(200).optional(),
  search: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "A batch number, an MO number, or how an item number begins" }),
  before: z
    .string()
    .regex(/^\s*b-\d{6,15}\s*$/i, "A batch number, such as B-000007")
    .optional()
    .meta({ description: "next of the page before" }),
  limit: z.coerce.number().int().min(1).max(200).default(25),
});
export type BatchListQuery = z.infer<typeof batchListQuerySchema>;

export const batchPageSchema = z
  .object({ batches: z.array(batchSummarySchema), next: z.string().nullable() })
  .meta({ id: "BatchPage", description: "Newest first" });
export type BatchPage = z.infer<typeof batchPageSchema>;

export const batchOrderSchema = z
  .object({
    number: z.string(),
    item: z.string(),
    quantity: z.string(),
    unit: z.string(),
    row: z
      .number()
      .int()
      .nullable()
      .meta({ description: "Null for sub-assemblies and parts of split orders" }),
    parent: z.string().nullable().meta({ description: "The order it is made for" }),
  })
  .meta({ id: "BatchOrder" });
export type BatchOrder = z.infer<typeof batchOrderSchema>;

export const batchLineSchema = z
  .discriminatedUnion("outcome", [
    z.object({
      outcome: z.literal("created"),
      row: z.number().int(),
      order: orderSnapshotSchema,
      item: z.string(),
      description: z.string(),
      unit: z.string(),
      share: z.string().nullable().meta({
        description:
          "What was made for this row, of an order that others may be in too; null for batches that did not note it",
      }),
      link: z.enum(["regular", "dynamic"]).meta({ description: "Dynamic ones follow their demand line" }),
    }),
    z.object({ outcome: z.literal("refused"), row: z.number().int(), problems: z.array(problemSchema) }),
  ])
  .meta({ id: "BatchLine" });
export type BatchLine = z.infer<typeof batchLineSchema>;

export const batchLinesQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0).meta({ description: "next of the page before" }),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});
export type BatchLinesQuery = z.infer<typeof batchLinesQuerySchema>;

export const batchLinesSchema = z
  .object({ lines: z.array(batchLineSchema), next: z.number().int().nullable() })
  .meta({ id: "BatchLines", description: "In the order of the rows" });
export type BatchLines = z.infer<typeof batchLinesSchema>;

export const undoRequestSchema = z
  .object({ reason: z.string().max(1000).default("") })
  .meta({ id: "UndoRequest" });

export const stayingOrderSchema = z
  .object({
    ...batchOrderSchema.shape,
    status: z.enum(orderStatuses),
    holdReason: z.string().nullable(),
    code: z.enum(changeRefusals),
    params: z.record(z.string(), z.string()),
    message: z.string(),
  })
  .meta({ id: "StayingOrder" });
export type StayingOrder = z.infer<typeof stayingOrderSchema>;

export const batchUndoSchema = z
  .object({
    batch: z.string(),
    state: z.enum(batchStates),
    takesBack: z
      .array(batchOrderSchema)
      .meta({ description: "What an undo would cancel now; empty in the answer to an undo" }),
    stays: z.array(stayingOrderSchema).meta({ description: "What it could not, and why" }),
    cancelled: z
      .array(batchOrderSchema)
      .meta({ description: "What is cancelled, and made by no other order either" }),
  })
  .meta({ id: "BatchUndo" });
export type BatchUndo = z.infer<typeof batchUndoSchema>;
