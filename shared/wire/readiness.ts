/** Readiness of orders on the books, and the explosion of an item. */
import { z } from "zod";
import { explanationStepSchema, readinessSchema } from "./plan.ts";

export const readinessRequestSchema = z
  .object({ numbers: z.array(z.string().max(40)).min(1).max(20_000) })
  .meta({ id: "ReadinessRequest" });

export const orderReadinessSchema = z
  .object({ number: z.string(), ...readinessSchema.shape })
  .meta({ id: "OrderReadiness" });
export type OrderReadiness = z.infer<typeof orderReadinessSchema>;

export const orderReadinessListSchema = z
  .object({ orders: z.array(orderReadinessSchema) })
  .meta({ id: "OrderReadinessList", description: "Orders that are unknown or no longer open are not in it" });

export const orderExplanationSchema = z
  .object({
    number: z.string(),
    steps: z.array(explanationStepSchema).meta({ description: "How it was planned, as it stood then" }),
    history: z
      .array(z.object({ at: z.string(), actor: z.string(), kind: z.string() }))
      .meta({ description: "Who did what, and when" }),
  })
  .meta({ id: "OrderExplanation" });
export type OrderExplanation = z.infer<typeof orderExplanationSchema>;

export const explosionLineSchema = z
  .object({
    level: z.number().int(),
    item: z.string(),
    description: z.string(),
    quantity: z.string(),
    unit: z.string(),
    isMade: z.boolean().meta({ description: "Its own components follow, one level deeper" }),
  })
  .meta({ id: "ExplosionLine" });

export const explosionSchema = z
  .object({
    item: z.string(),
    quantity: z.string(),
    unit: z.string(),
    day: z.string(),
    lines: z.array(explosionLineSchema).meta({ description: "Every level, each below what it is for" }),
    totals: z
      .array(z.object({ item: z.string(), quantity: z.string(), unit: z.string(), isMade: z.boolean() }))
      .meta({ description: "Over all levels, by item number" }),
    problems: z.array(z.object({ code: z.string(), message: z.string(), fix: z.string() })),
  })
  .meta({
    id: "Explosion",
    description: "What a quantity takes on every level, as if nothing were in stock",
  });
export type Explosion = z.infer<typeof explosionSchema>;
