/** POST /plans: what Create would make, and what stands in the way. Nothing is written. */
import { z } from "zod";
import { linesSchema, problemSchema, rulesSchema } from "./lines.ts";

export const planRequestSchema = z
  .object({ lines: linesSchema, rules: rulesSchema.default(rulesSchema.parse({})) })
  .meta({ id: "PlanRequest" });
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

export const plannedOrderSchema = z
  .object({
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
    operations: z.array(operationSchema),
  })
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
    }),
    z.object({ outcome: z.literal("refused"), row: z.number().int(), problems: z.array(problemSchema) }),
  ])
  .meta({ id: "PlanRow" });
export type PlanRow = z.infer<typeof planRowSchema>;

export const planSchema = z
  .object({ rows: z.array(planRowSchema), ready: z.number().int(), refused: z.number().int() })
  .meta({ id: "Plan" });
export type Plan = z.infer<typeof planSchema>;
