/** /sources: what planners choose rows from, as sheets. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { exactly } from "../../shared/wire/exactly.ts";
import { sourceNames, sourceQuerySchema, sourceSchema, toOrderSchema } from "../../shared/wire/sources.ts";
import { isStore } from "../store/catalog/find-store.ts";
import type { Ports } from "../use-cases/ports.ts";
import { explainSuggestion, readSource } from "../use-cases/read-source.ts";
import { answers, asJson } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";
import { itemInStoreRefused } from "./item-in-store-refused.ts";
import { problemDocument, RefusedRequest } from "./problem-response.ts";

const source = createRoute({
  method: "get",
  path: "/sources/{source}",
  tags: ["Sources"],
  summary: "Short Inventory Planner, Item Inventory Snapshot, open sales-order or purchase-order lines",
  request: { params: z.object({ source: z.enum(sourceNames) }), query: sourceQuerySchema },
  responses: { 200: asJson(sourceSchema, "Columns and rows"), ...answers("request-invalid") },
});

const suggestion = createRoute({
  method: "get",
  path: "/items/{item}/to-order",
  tags: ["Sources"],
  summary: "How the To Order of an item in a store comes about",
  request: {
    params: z.object({ item: z.string() }),
    query: exactly({ store: z.string(), includeReorderData: z.enum(["true", "false"]).default("true") }),
  },
  responses: {
    200: asJson(toOrderSchema, "The quantity and its steps"),
    ...answers("request-invalid", "item-unknown", "not-found"),
  },
});

export function sourceRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(source, async (context) => {
    const { source: name } = context.req.valid("param");
    const query = context.req.valid("query");
    const { store } = query;
    if (store !== undefined && !(await ports.database.read((reads) => isStore(reads, store))))
      throw invalid(`There is no store "${store}".`);
    return context.json(await readSource(ports, name, query), 200);
  });
  app.openapi(suggestion, async (context) => {
    const { item } = context.req.valid("param");
    const { store, includeReorderData } = context.req.valid("query");
    const includesReorderData = includeReorderData === "true";
    const found = await explainSuggestion(ports, { item, store, includesReorderData });
    if (typeof found !== "string") return context.json(found, 200);
    throw itemInStoreRefused(found, { item, store });
  });
}

function invalid(detail: string): RefusedRequest {
  return new RefusedRequest(problemDocument("request-invalid", detail));
}
