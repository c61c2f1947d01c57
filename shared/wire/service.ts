/** GET /service: who and where one is, always visible in the pane (R59). */
import { z } from "zod";

export const serviceSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    actor: z.string(),
    today: z.string(),
    defaultStore: z.string().nullable(),
    stores: z.array(
      z.object({ code: z.string(), name: z.string(), makes: z.boolean(), locations: z.array(z.string()) }),
    ),
    items: z.number().int(),
  })
  .meta({ id: "Service" });
export type Service = z.infer<typeof serviceSchema>;
