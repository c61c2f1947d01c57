/** Stock as the ledger tells it. */
import { z } from "zod";

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
