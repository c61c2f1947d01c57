/** /stock/movements: why a level is what it is. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { movementsSchema } from "../../shared/wire/stock.ts";
import { findItemInStore } from "../store/catalog/find-item-in-store.ts";
import { readMovements } from "../store/stock/movement-store.ts";
import type { Ports } from "../use-cases/ports.ts";
import { answers, asJson } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";
import { itemInStoreRefused } from "./item-in-store-refused.ts";

const movements = createRoute({
  method: "get",
  path: "/stock/movements",
  tags: ["Stock"],
  summary: "What moved of an item in a store, newest first, and what it adds up to",
  request: {
    query: z.object({
      item: z.string(),
      store: z.string(),
      before: z.coerce.number().int().optional().meta({ description: "next of the page before" }),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
  },
  responses: {
    200: asJson(movementsSchema, "Movements"),
    ...answers("request-invalid", "item-unknown", "not-found"),
  },
});

export function stockRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(movements, async (context) => {
    const asked = context.req.valid("query");
    const found = await ports.database.read(async (transaction) => {
      const itemId = await findItemInStore(transaction, asked);
      return typeof itemId === "string" ? itemId : readMovements(transaction, { ...asked, itemId });
    });
    if (typeof found === "string") throw itemInStoreRefused(found, asked);
    return context.json(found, 200);
  });
}
