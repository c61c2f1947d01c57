/** Orders whose demand has changed since they were made or last took it over (R18). */
import { z } from "zod";
import { demandChangeShape } from "./demand-change.ts";
import { numbersSchema } from "./order.ts";

export const demandDriftSchema = z
  .object({
    number: z.string(),
    link: z.enum(["regular", "dynamic"]),
    document: z.string(),
    line: z.string(),
    status: z
      .enum(["draft", "released", "closed", "cancelled"])
      .meta({ description: "Of the line: closed and cancelled ones want nothing any more" }),
    unit: z.string(),
    was: z.string().meta({ description: "The line's quantity when the order last took it over" }),
    is: z.string(),
    wasNeeded: z.string().nullable(),
    isNeeded: z.string().nullable(),
    ...demandChangeShape,
    cancels: z.boolean().optional().meta({
      description:
        "True when taking it over would cancel the MO, because no line would be left that wants any of it",
    }),
  })
  .meta({ id: "DemandDrift" });
export type DemandDrift = z.infer<typeof demandDriftSchema>;

export const driftsRequestSchema = z.object({ numbers: numbersSchema }).meta({ id: "DriftsRequest" });

export const driftsSchema = z
  .object({ drifts: z.array(demandDriftSchema) })
  .meta({ id: "DemandDrifts", description: "One for each line that differs; finished orders have none" });
export type DemandDrifts = z.infer<typeof driftsSchema>;

export const demandChangesSchema = z
  .object({ numbers: z.array(z.string()).min(1).max(1000) })
  .meta({ id: "DemandChanges" });
