/** POST /plans: what Create would make, and what stands in the way. Nothing is written. */
import { z } from "zod";
import { explanationCodes } from "../planning/explain.ts";
import { readinessStates } from "../planning/readiness.ts";
import { lineCoverageSchema } from "./coverage.ts";
import { exactly } from "./exactly.ts";
import { linesSchema, problemSchema, rulesSchema } from "./lines.ts";

export const planRequestSchema = exactly({
  lines: linesSchema,
  rules: rulesSchema.default(rulesSchema.parse({})),
}).meta({ id: "PlanRequest" });
export type PlanRequest = z.infer<typeof planRequestSchema>;

export const materialSchema = z
  .object({
    position: z.number().int(),
    item: z.string(),
    description: z.string(),
    quantity: z.string(),
    unit: z.string(),
    instruction: z.string(),
  })
  .meta({ id: "Material" });
export type WireMaterial = z.infer<typeof materialSchema>;

export const operationSchema = z
  .object({
    position: z.number().int(),
    workCenter: z.string(),
    resource: z.string(),
    setupMinutes: z.string(),
    runMinutes: z.string(),
    instruction: z.string(),
  })
  .meta({ id: "Operation" });

export const plannedOperationSchema = z
  .object({
    ...operationSchema.shape,
    minutes: z.number().int().meta({ description: "Setup and run for the whole order" }),
    begin: z.string().meta({ description: "In the plant's own time, 2027-03-10T09:30" }),
    end: z.string(),
  })
  .meta({ id: "PlannedOperation" });

export const shortageSchema = z
  .object({
    position: z.number().int(),
    item: z.string(),
    quantity: z.string().meta({ description: "What is not there on the day work begins" }),
    unit: z.string(),
    coveredOn: z.string().nullable().meta({ description: "The day all of it will be; null when unknown" }),
  })
  .meta({ id: "Shortage" });

export const readinessSchema = z
  .object({
    state: z.enum(readinessStates),
    canMakeNow: z.string().meta({ description: "How much today's stock is enough for" }),
    shortages: z.array(shortageSchema),
  })
  .meta({ id: "Readiness" });
export type WireReadiness = z.infer<typeof readinessSchema>;

const orderShape = {
  item: z.string(),
  description: z.string(),
  quantity: z.string(),
  unit: z.string(),
  store: z.string(),
  bom: z.string(),
  revision: z.string(),
  scheduleDate: z.string(),
  dueDate: z.string(),
  needDate: z.string().nullable(),
  materials: z.array(materialSchema),
  operations: z.array(plannedOperationSchema),
  readiness: readinessSchema,
};

/** An order that would be made for a missing sub-assembly. */
export const subOrderSchema = z
  .object({
    ...orderShape,
    id: z.number().int().meta({ description: "Counts the orders below one row from 1" }),
    parent: z.number().int().meta({ description: "The id of the order it is for; 0 is the row's own" }),
  })
  .meta({ id: "SubOrder" });
export type SubOrder = z.infer<typeof subOrderSchema>;

export const plannedOrderSchema = z
  .object({ ...orderShape, subOrders: z.array(subOrderSchema) })
  .meta({ id: "PlannedOrder" });
export type WirePlannedOrder = z.infer<typeof plannedOrderSchema>;

export const planRowSchema = z
  .discriminatedUnion("outcome", [
    z.object({
      outcome: z.literal("ready"),
      row: z.number().int(),
      order: plannedOrderSchema,
      fingerprint: z
        .string()
        .meta({ description: "Give it back when creating: the row is refused if the plan has changed" }),
      warnings: z.array(problemSchema),
      share: z.object({ quantity: z.string(), unit: z.string() }).optional().meta({
        description: "What is for this row, of an order that rows were merged into",
      }),
      coverage: z.array(lineCoverageSchema).optional().meta({
        description: "How far the known lines it is for are on orders now; left out for rows of none",
      }),
    }),
    z.object({
      outcome: z.literal("merged"),
      row: z.number().int(),
      into: z.number().int().meta({ description: "The row whose order makes this one too" }),
      quantity: z.string().meta({ description: "Of that order: this row's share" }),
      unit: z.string(),
      needDate: z.string().nullable().meta({ description: "The row's own; its order is for the earliest" }),
      warnings: z.array(problemSchema),
    }),
    z.object({ outcome: z.literal("refused"), row: z.number().int(), problems: z.array(problemSchema) }),
  ])
  .meta({ id: "PlanRow" });
export type PlanRow = z.infer<typeof planRowSchema>;

export const weekLoadSchema = z
  .object({
    workCenter: z.string(),
    week: z.string().meta({ description: "The week's Monday" }),
    openMinutes: z.number().int(),
    plannedMinutes: z.number().int(),
    capacityMinutes: z.number().int(),
    isOverloaded: z.boolean(),
  })
  .meta({ id: "WeekLoad" });

export const planSchema = z
  .object({
    rows: z.array(planRowSchema),
    ready: z.number().int().meta({ description: "Orders that would be made" }),
    refused: z.number().int(),
    load: z.array(weekLoadSchema).meta({ description: "Of the weeks and work centers these orders use" }),
  })
  .meta({ id: "Plan" });
export type Plan = z.infer<typeof planSchema>;

export const explanationRequestSchema = exactly({
  ...planRequestSchema.shape,
  row: z.number().int().meta({ description: "The row to explain, among all that are planned" }),
}).meta({ id: "ExplanationRequest" });
export type ExplanationRequest = z.infer<typeof explanationRequestSchema>;

export const explanationStepSchema = z
  .object({
    code: z.enum(explanationCodes),
    params: z.record(z.string(), z.string()),
    sentence: z.string().meta({ description: "English; programs rely on the code" }),
  })
  .meta({ id: "ExplanationStep" });

export const explanationSchema = z
  .object({
    orders: z.array(
      z.object({ item: z.string(), quantity: z.string(), steps: z.array(explanationStepSchema) }),
    ),
  })
  .meta({ id: "Explanation", description: "The row's order first, then those below it" });
export type Explanation = z.infer<typeof explanationSchema>;
