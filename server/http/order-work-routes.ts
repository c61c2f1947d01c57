/** Changing what orders are: materials by hand, amendments, splitting, merging, taking apart. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import { batchSchema } from "../../shared/wire/batch.ts";
import {
  actionResultsSchema,
  amendmentsRequestSchema,
  disassemblyRequestSchema,
  materialsRequestSchema,
  mergeRequestSchema,
  splitRequestSchema,
} from "../../shared/wire/order.ts";
import { amendOrders } from "../use-cases/amend-orders.ts";
import { createDisassembly } from "../use-cases/create-disassembly.ts";
import { mergeOrders } from "../use-cases/merge-orders.ts";
import { moveMaterials } from "../use-cases/move-materials.ts";
import type { Ports } from "../use-cases/ports.ts";
import { splitOrder } from "../use-cases/split-order.ts";
import { answers, asJson, body } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";
import { problemDocument, RefusedRequest } from "./problem-response.ts";

const tags = ["Manufacturing orders"];
const results = {
  200: asJson(actionResultsSchema, "A result for each order"),
  ...answers("request-invalid"),
};
const params = z.object({ number: z.string() });

const amend = createRoute({
  method: "post",
  path: "/manufacturing-orders/amendments",
  tags,
  summary: "Change quantity, need date, priority, memo, store or revision of one or many orders",
  description: "Each change says what it saw: it is refused only when that field is no longer like that.",
  request: body(amendmentsRequestSchema),
  responses: results,
});

const merge = createRoute({
  method: "post",
  path: "/manufacturing-orders/merges",
  tags,
  summary: "Make one order of several for the same item, store and bill of materials",
  request: body(mergeRequestSchema),
  responses: results,
});

const disassemble = createRoute({
  method: "post",
  path: "/manufacturing-orders/disassemblies",
  tags,
  summary: "An order to take finished goods apart",
  request: body(disassemblyRequestSchema),
  responses: {
    200: asJson(batchSchema, "Made by an earlier request with this key"),
    201: asJson(batchSchema, "Made now, or refused row by row"),
    ...answers("request-invalid", "key-reused"),
  },
});

const split = createRoute({
  method: "post",
  path: "/manufacturing-orders/{number}/split",
  tags,
  summary: "Divide one order into several",
  request: { params, ...body(splitRequestSchema) },
  responses: results,
});

const materials = createRoute({
  method: "post",
  path: "/manufacturing-orders/{number}/materials",
  tags,
  summary: "Issue materials to an order, or return them, by hand",
  request: { params, ...body(materialsRequestSchema) },
  responses: results,
});

export function orderWorkRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(amend, async (context) => {
    const { orders } = context.req.valid("json");
    const changed = await amendOrders(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...changed] }, 200);
  });
  app.openapi(merge, async (context) => {
    const merged = await mergeOrders(ports, { ...context.req.valid("json"), actor: context.get("actor") });
    return context.json({ results: [...merged] }, 200);
  });
  app.openapi(disassemble, async (context) => {
    const made = await createDisassembly(ports, context.req.valid("json"), context.get("actor"));
    if (made.outcome === "key-reused")
      throw new RefusedRequest(problemDocument("key-reused", "This key was used for another request."));
    return context.json(made.batch, made.outcome === "created" ? 201 : 200);
  });
  app.openapi(split, async (context) => {
    const number = canonical(context.req.valid("param").number);
    const done = await splitOrder(ports, {
      ...context.req.valid("json"),
      number,
      actor: context.get("actor"),
    });
    return context.json({ results: done === undefined ? [] : [done] }, 200);
  });
  app.openapi(materials, async (context) => {
    const number = canonical(context.req.valid("param").number);
    const done = await moveMaterials(ports, {
      ...context.req.valid("json"),
      number,
      actor: context.get("actor"),
    });
    return context.json({ results: done === undefined ? [] : [done] }, 200);
  });
}

/** What is no MO number stays as it was written, and is refused by name. */
function canonical(written: string): string {
  return parseMoNumber(written) ?? written;
}
