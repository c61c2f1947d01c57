/** /items: finding what to make. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { foundItemsSchema } from "../../shared/wire/items.ts";
import { searchItems } from "../store/catalog/search-items.ts";
import type { Ports } from "../use-cases/ports.ts";
import { answers, asJson } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";

const search = createRoute({
  method: "get",
  path: "/items",
  tags: ["Items"],
  summary: "Items that are made here, by words in their number, description or aliases",
  request: {
    query: z.object({
      search: z.string().max(200).default(""),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: { 200: asJson(foundItemsSchema, "The most telling first"), ...answers("request-invalid") },
});

export function itemRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(search, async (context) => {
    const { search: text, limit } = context.req.valid("query");
    const items = await ports.database.read((transaction) => searchItems(transaction, text, limit));
    return context.json({ items: [...items] }, 200);
  });
}
