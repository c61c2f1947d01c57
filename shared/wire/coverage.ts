/** Whom orders are for, and how far each of those lines is on orders: many lines to many orders. */
import { z } from "zod";
import { coverageStates } from "../order/coverage-state.ts";

export const coverageRequestSchema = z
  .object({ numbers: z.array(z.string().max(40)).min(1).max(20_000) })
  .meta({ id: "CoverageRequest" });

export const lineCoverageSchema = z
  .object({
    kind: z.string(),
    document: z.string(),
    line: z.string(),
    item: z.string(),
    unit: z.string(),
    wanted: z.string().meta({
      description:
        "In the item's stock unit, as the other amounts; a closed or cancelled line wants no more than is done",
    }),
    done: z.string().meta({ description: "Shipped or received" }),
    toMake: z.string().meta({
      description: "What is to be made of it: ordered, less what came from other stock than its orders made",
    }),
    covered: z.string().meta({ description: "On all orders that are not cancelled" }),
    remaining: z.string().meta({ description: "What nobody has shipped, received or an order for" }),
    coverage: z.enum(coverageStates),
    orders: z.array(z.string()).meta({ description: "Those orders" }),
  })
  .meta({ id: "LineCoverage" });
export type LineCoverage = z.infer<typeof lineCoverageSchema>;

export const orderCoverageSchema = z
  .object({ number: z.string(), lines: z.array(lineCoverageSchema) })
  .meta({ id: "OrderCoverage" });
export type OrderCoverage = z.infer<typeof orderCoverageSchema>;

export const orderCoverageListSchema = z
  .object({ orders: z.array(orderCoverageSchema) })
  .meta({ id: "OrderCoverageList", description: "Orders that are unknown, or for nobody, are not in it" });
