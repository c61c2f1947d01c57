/** Manufacturing orders as they are read, listed, looked up and acted on. */
import { z } from "zod";
import { orderSnapshotSchema } from "../event/event.ts";
import { orderActions, orderStatuses, orderTypes } from "../order/life.ts";
import { changeRefusals } from "../order/refusals.ts";
import { requestKeySchema } from "./batch.ts";
import { materialSchema, operationSchema, readinessSchema } from "./plan.ts";

export const orderSummarySchema = z
  .object({
    ...orderSnapshotSchema.shape,
    type: z.enum(orderTypes),
    item: z.string(),
    description: z.string(),
    quantity: z.string(),
    scrappedQuantity: z.string(),
    unit: z.string(),
    store: z.string(),
    priority: z.number().int().meta({ description: "The higher, the more pressing" }),
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

export const orderMaterialSchema = z
  .object({ ...materialSchema.shape, issuedQuantity: z.string() })
  .meta({ id: "OrderMaterial" });

export const orderOperationSchema = z
  .object({
    ...operationSchema.shape,
    minutes: z.number().int().nullable(),
    begin: z.string().nullable(),
    end: z.string().nullable(),
  })
  .meta({ id: "OrderOperation" });

export const orderSchema = z
  .object({
    ...orderSummarySchema.shape,
    bom: z.string(),
    revision: z.string(),
    outputLocation: z.string().nullable(),
    memo: z.string(),
    possibleActions: z.array(z.enum(orderActions)),
    readiness: readinessSchema
      .nullable()
      .meta({ description: "As stock stands now; null once nothing is left to make" }),
    parent: z.string().nullable().meta({ description: "The order this one makes a sub-assembly for" }),
    children: z.array(z.string()).meta({ description: "Orders that make sub-assemblies for this one" }),
    materials: z.array(orderMaterialSchema),
    operations: z.array(orderOperationSchema),
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

const children = z.enum(["keep", "follow"]).default("keep").meta({
  description: "Whether unfinished sub-assembly orders go along with the change",
});

export const actionRequestSchema = z
  .object({
    numbers,
    reason: z.string().max(1000).default("").meta({ description: "Needed by hold" }),
    quantity: z
      .string()
      .max(40)
      .optional()
      .meta({ description: "For produce: good pieces; all the rest if not given" }),
    scrapped: z.string().max(40).optional().meta({ description: "For produce: scrapped pieces" }),
    complete: z
      .boolean()
      .optional()
      .meta({ description: "For produce: the order is done, whatever is missing" }),
    children,
    version: z
      .number()
      .int()
      .optional()
      .meta({ description: "For one MO: refused when the MO has changed since this version" }),
  })
  .meta({ id: "ActionRequest" });
export type ActionRequest = z.infer<typeof actionRequestSchema>;

export const actionResultSchema = z
  .discriminatedUnion("outcome", [
    z.object({
      outcome: z.literal("changed"),
      number: z.string(),
      order: orderSnapshotSchema,
      children: z
        .array(z.string())
        .meta({ description: "Unfinished orders below it that did not follow the change" }),
    }),
    z.object({
      outcome: z.literal("refused"),
      number: z.string(),
      code: z.enum(changeRefusals),
      params: z.record(z.string(), z.string()),
      message: z.string(),
    }),
  ])
  .meta({ id: "ActionResult" });
export type ActionResult = z.infer<typeof actionResultSchema>;

export const actionResultsSchema = z
  .object({ results: z.array(actionResultSchema) })
  .meta({ id: "ActionResults" });

export const materialsRequestSchema = z
  .object({
    action: z.enum(["issue", "return"]),
    materials: z
      .array(z.object({ position: z.number().int(), quantity: z.string().max(40) }))
      .min(1)
      .max(5000),
  })
  .meta({ id: "MaterialsRequest", description: "All of the lines are moved, or none" });
export type MaterialsRequest = z.infer<typeof materialsRequestSchema>;

/** A field as it was seen, and as it is to be: refused only when it is no longer as it was seen (R61). */
const edit = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value }).optional();

export const amendmentSchema = z
  .object({
    number: z.string().max(40),
    changes: z.object({
      quantity: edit(z.string().max(40)),
      needDate: edit(z.iso.date().nullable()),
      priority: edit(z.number().int().min(0).max(999)),
      memo: edit(z.string().max(1000)),
      store: edit(z.string().max(100)),
      revision: edit(z.string().max(100)),
    }),
    children,
  })
  .meta({ id: "Amendment" });
export type Amendment = z.infer<typeof amendmentSchema>;

export const amendmentsRequestSchema = z
  .object({ orders: z.array(amendmentSchema).min(1).max(20_000) })
  .meta({ id: "AmendmentsRequest" });

export const splitRequestSchema = z
  .object({
    quantities: z
      .array(z.string().max(40))
      .min(2)
      .max(100)
      .meta({ description: "They add up to what is still to be made; the first stays with the order" }),
    children,
  })
  .meta({ id: "SplitRequest" });
export type SplitRequest = z.infer<typeof splitRequestSchema>;

export const disassemblyRequestSchema = z
  .object({
    key: requestKeySchema,
    item: z.string().max(200),
    quantity: z.string().max(40),
    store: z.string().max(200).default(""),
    notes: z.string().max(1000).default(""),
  })
  .meta({ id: "DisassemblyRequest" });
export type DisassemblyRequest = z.infer<typeof disassemblyRequestSchema>;

export const mergeRequestSchema = z
  .object({ into: z.string().max(40), numbers })
  .meta({ id: "MergeRequest", description: "All are merged, or none" });
export type MergeRequest = z.infer<typeof mergeRequestSchema>;

export const movementSchema = z
  .object({
    at: z.string(),
    actor: z.string(),
    item: z.string(),
    store: z.string(),
    location: z.string().nullable(),
    quantity: z.string().meta({ description: "Below zero when it left" }),
    reason: z.string(),
    order: z.string().nullable(),
  })
  .meta({ id: "StockMovement" });

export const movementsSchema = z
  .object({ movements: z.array(movementSchema), available: z.string(), next: z.number().int().nullable() })
  .meta({ id: "StockMovements", description: "Newest first; available is the sum of all movements" });
export type Movements = z.infer<typeof movementsSchema>;
