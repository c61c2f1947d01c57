/** Manufacturing orders as they are read, listed, looked up and acted on. */
import { z } from "zod";
import { orderSnapshotSchema } from "../event/event.ts";
import { orderActions, orderStatuses, transitionRefusals } from "../order/life.ts";
import { requestRefusals } from "../order/refusal-sentences.ts";
import { materialSchema, operationSchema } from "./plan.ts";

export const orderSummarySchema = z
  .object({
    ...orderSnapshotSchema.shape,
    type: z.enum(["manufacture", "disassemble"]),
    item: z.string(),
    description: z.string(),
    quantity: z.string(),
    unit: z.string(),
    store: z.string(),
    scheduleDate: z.string(),
    needDate: z.string().nullable(),
    batch: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
  })
  .meta({ id: "ManufacturingOrderSummary" });
export type OrderSummary = z.infer<typeof orderSummarySchema>;

export const orderDemandSchema = z.object({
  kind: z.string(),
  document: z.string(),
  line: z.string(),
  quantity: z.string().meta({ description: "The share of the MO that covers this demand line" }),
});

export const orderSchema = z
  .object({
    ...orderSummarySchema.shape,
    bom: z.string(),
    revision: z.string(),
    outputLocation: z.string().nullable(),
    memo: z.string(),
    possibleActions: z.array(z.enum(orderActions)),
    materials: z.array(materialSchema),
    operations: z.array(operationSchema),
    demand: z.array(orderDemandSchema),
  })
  .meta({ id: "ManufacturingOrder" });
export type Order = z.infer<typeof orderSchema>;

export const orderListQuerySchema = z.object({
  status: z.enum(orderStatuses).optional(),
  store: z.string().optional(),
  item: z.string().optional(),
  batch: z.string().optional(),
  after: z.string().optional().meta({ description: "The MO number the page before ended with" }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type OrderListQuery = z.infer<typeof orderListQuerySchema>;

export const orderPageSchema = z
  .object({ orders: z.array(orderSummarySchema), next: z.string().nullable() })
  .meta({ id: "ManufacturingOrderPage" });
export type OrderPage = z.infer<typeof orderPageSchema>;

const numbers = z.array(z.string().max(40)).min(1).max(20_000);

export const lookupRequestSchema = z.object({ numbers }).meta({ id: "LookupRequest" });

/** States as of `position`: following the events after it misses nothing. */
export const lookupSchema = z
  .object({
    position: z.number().int(),
    orders: z.array(orderSnapshotSchema),
    unknown: z.array(z.string()),
  })
  .meta({ id: "Lookup" });
export type Lookup = z.infer<typeof lookupSchema>;

export const actionRequestSchema = z
  .object({
    numbers,
    reason: z.string().max(1000).default("").meta({ description: "Needed by hold" }),
    version: z
      .number()
      .int()
      .optional()
      .meta({ description: "For one MO: refused when the MO has changed since this version" }),
  })
  .meta({ id: "ActionRequest" });

const actionRefusals = [...transitionRefusals, ...requestRefusals] as const;

export const actionResultSchema = z
  .discriminatedUnion("outcome", [
    z.object({ outcome: z.literal("changed"), number: z.string(), order: orderSnapshotSchema }),
    z.object({
      outcome: z.literal("refused"),
      number: z.string(),
      code: z.enum(actionRefusals),
      message: z.string(),
    }),
  ])
  .meta({ id: "ActionResult" });
export type ActionResult = z.infer<typeof actionResultSchema>;

export const actionResultsSchema = z
  .object({ results: z.array(actionResultSchema) })
  .meta({ id: "ActionResults" });
