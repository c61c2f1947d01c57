/** GET /items: finding what to make. */
import { z } from "zod";

export const foundItemSchema = z
  .object({
    number: z.string(),
    description: z.string(),
    unit: z.string(),
    revisions: z.array(
      z.object({
        bom: z.string(),
        revision: z.string(),
        isDefault: z.boolean(),
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "FoundItem" });
export type FoundItem = z.infer<typeof foundItemSchema>;

export const foundItemsSchema = z.object({ items: z.array(foundItemSchema) }).meta({ id: "FoundItems" });
