/** What can differ of a line beside its quantity and day. Left out: it is as it was. */
import { z } from "zod";

const wasAndIs = z.object({ was: z.string(), is: z.string() });

export const demandChangeShape = {
  done: wasAndIs.optional().meta({ description: "Shipped or received of other stock than its orders made" }),
  item: wasAndIs.optional().meta({ description: "What the order makes, and what its line wants" }),
  store: wasAndIs.optional(),
};
