/** Manufacturing orders as they are read, listed, looked up and acted on. */
import { z } from "zod";
import { orderSnapshotSchema } from "../event/event.ts";
import { orderActions, orderStatuses, orderTypes } from "../order/life.ts";
import { lineFields, lineRefusalCodes } from "../order/material-refusals.ts";
import { editKinds } from "../order/own-materials.ts";
import { changeRefusals } from "../order/refusals.ts";
import { demandChangeShape } from "./demand-change.ts";
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
  wanted: z.string().meta({ description: "What the demand line asks for" }),
  drift: z
    .object({
      was: z.string(),
      is: z.string(),
      wasNeeded: z.string().nullable(),
      isNeeded: z.string().nullable(),
      status: z.enum(["draft", "released", "closed", "cancelled"]),
      ...demandChangeShape,
    })
    .nullable()
    .meta({ description: "What the line said when the order last took it over, and what it says now" }),
  covered: z.string().meta({ description: "Covered by all orders together, cancelled ones left out" }),
  reason: z
    .string()
    .meta({ description: "Why more is made than the line wants, as its planner said; empty for no more" }),
});

export const orderMaterialSchema = z
  .object({
    ...materialSchema.shape,
    issuedQuantity: z.string(),
    edit: z
      .object({
        kind: z.enum(editKinds),
        by: z.string(),
        at: z.string(),
        insteadOf: z.string().nullable().meta({ description: "The component it replaced" }),
      })
      .nullable()
      .meta({ description: "Who set the line otherwise than the bill of materials; null for nobody" }),
  })
  .meta({ id: "OrderMaterial" });

export const removedMaterialSchema = z
  .object({ item: z.string(), by: z.string(), at: z.string() })
  .meta({ id: "RemovedMaterial" });

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
    link: z.enum(["regular", "dynamic"]).meta({ description: "Dynamic ones follow their demand line" }),
    materials: z.array(orderMaterialSchema),
    removedMaterials: z
      .array(removedMaterialSchema)
      .meta({ description: "Lines of the bill of materials that somebody took out of this order" }),
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

export const numbersSchema = z.array(z.string().max(40)).min(1).max(20_000);

export const lookupRequestSchema = z.object({ numbers: numbersSchema }).meta({ id: "LookupRequest" });

/** Its state, and what never changes of it: events tell the former only. */
export const knownOrderSchema = z
  .object({
    ...orderSnapshotSchema.shape,
    item: z.string(),
    unit: z.string(),
    link: z.enum(["regular", "dynamic"]),
  })
  .meta({ id: "KnownOrder" });
export type KnownOrder = z.infer<typeof knownOrderSchema>;

/** States as of `position`: following the events after it misses nothing. */
export const lookupSchema = z
  .object({
    position: z.number().int(),
    orders: z.array(knownOrderSchema),
    unknown: z.array(z.string()),
  })
  .meta({ id: "Lookup" });
export type Lookup = z.infer<typeof lookupSchema>;

export const childrenSchema = z.enum(["keep", "follow"]).default("keep").meta({
  description: "Whether unfinished sub-assembly orders go along with the change",
});

export const actionRequestSchema = z
  .object({
    numbers: numbersSchema,
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
    children: childrenSchema,
    version: z
      .number()
      .int()
      .optional()
      .meta({ description: "For one MO: refused when the MO has changed since this version" }),
  })
  .meta({ id: "ActionRequest" });
export type ActionRequest = z.infer<typeof actionRequestSchema>;

export const owedSchema = z
  .object({ item: z.string(), store: z.string(), quantity: z.string(), unit: z.string() })
  .meta({ id: "OwedStock" });

export const lineProblemSchema = z
  .object({
    line: z.number().int().meta({ description: "Of the changes sent, from 0" }),
    field: z.enum(lineFields),
    code: z.enum(lineRefusalCodes),
    value: z.string(),
    params: z.record(z.string(), z.string()),
    message: z.string(),
  })
  .meta({ id: "LineProblem" });
export type LineProblem = z.infer<typeof lineProblemSchema>;

export const actionResultSchema = z
  .discriminatedUnion("outcome", [
    z.object({
      outcome: z.literal("changed"),
      number: z.string(),
      order: orderSnapshotSchema,
      children: z
        .array(z.string())
        .meta({ description: "Unfinished orders below it that did not follow the change" }),
      parts: z
        .array(z.string())
        .meta({ description: "After a split: the order itself, then the new ones; empty otherwise" }),
      owed: z
        .array(owedSchema)
        .meta({ description: "What no location held: taken all the same, and below zero in the store now" }),
    }),
    z.object({
      outcome: z.literal("refused"),
      number: z.string(),
      code: z.enum(changeRefusals),
      params: z.record(z.string(), z.string()),
      message: z.string(),
      lines: z
        .array(lineProblemSchema)
        .optional()
        .meta({ description: "For changes of materials: each line that is wrong" }),
    }),
  ])
  .meta({ id: "ActionResult" });
export type ActionResult = z.infer<typeof actionResultSchema>;

export const actionResultsSchema = z
  .object({ results: z.array(actionResultSchema) })
  .meta({ id: "ActionResults" });
