/** Changing what orders are: materials by hand, amendments, splitting, merging, taking apart. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { batchSchema } from "../../shared/wire/batch.ts";
import { actionResultsSchema } from "../../shared/wire/order.ts";
import {
  amendmentRequestSchema,
  amendmentsRequestSchema,
  disassemblyRequestSchema,
  materialChangesOfManySchema,
  materialChangesSchema,
  materialsOfManySchema,
  materialsRequestSchema,
  mergeRequestSchema,
  splitRequestSchema,
  splitsRequestSchema,
} from "../../shared/wire/order-work.ts";
import { amendOrders } from "../use-cases/orders/amend-orders.ts";
import { changeMaterialsOf } from "../use-cases/orders/change-materials.ts";
import { createDisassembly } from "../use-cases/create/create-disassembly.ts";
import { mergeOrders } from "../use-cases/orders/merge-orders.ts";
import { moveMaterials } from "../use-cases/orders/move-materials.ts";
import type { Ports } from "../use-cases/ports.ts";
import { splitOrders } from "../use-cases/orders/split-order.ts";
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

const amendOne = createRoute({
  method: "post",
  path: "/manufacturing-orders/{number}/amendments",
  tags,
  summary: "The same for one order",
  request: { params, ...body(amendmentRequestSchema) },
  responses: results,
});

const split = createRoute({
  method: "post",
  path: "/manufacturing-orders/splits",
  tags,
  summary: "Divide one or many orders into several each",
  request: body(splitsRequestSchema),
  responses: results,
});

const splitOne = createRoute({
  method: "post",
  path: "/manufacturing-orders/{number}/split",
  tags,
  summary: "Divide one order into several",
  request: { params, ...body(splitRequestSchema) },
  responses: results,
});

const materials = createRoute({
  method: "post",
  path: "/manufacturing-orders/materials",
  tags,
  summary: "Issue materials to one or many orders, or return them, by hand",
  request: body(materialsOfManySchema),
  responses: results,
});

const materialsOfOne = createRoute({
  method: "post",
  path: "/manufacturing-orders/{number}/materials",
  tags,
  summary: "The same for one order",
  request: { params, ...body(materialsRequestSchema) },
  responses: results,
});

const materialChanges = createRoute({
  method: "post",
  path: "/manufacturing-orders/material-changes",
  tags,
  summary:
    "Change materials of one or many orders line by line: quantity, unit, component, new and removed lines",
  description:
    "Each line says what it saw. What was set is kept: it scales with the order's quantity, and a removed line stays removed.",
  request: body(materialChangesOfManySchema),
  responses: results,
});

const materialChangesOfOne = createRoute({
  method: "post",
  path: "/manufacturing-orders/{number}/material-changes",
  tags,
  summary: "The same for one order",
  request: { params, ...body(materialChangesSchema) },
  responses: results,
});

export function orderWorkRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  amendRoutes(app, ports);
  splitRoutes(app, ports);
  materialRoutes(app, ports);
  materialChangeRoutes(app, ports);
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
}

function amendRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(amend, async (context) => {
    const { orders } = context.req.valid("json");
    const changed = await amendOrders(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...changed] }, 200);
  });
  app.openapi(amendOne, async (context) => {
    const orders = [{ ...context.req.valid("json"), ...context.req.valid("param") }];
    const changed = await amendOrders(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...changed] }, 200);
  });
}

function splitRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(split, async (context) => {
    const { orders } = context.req.valid("json");
    const done = await splitOrders(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...done] }, 200);
  });
  app.openapi(splitOne, async (context) => {
    const orders = [{ ...context.req.valid("json"), ...context.req.valid("param") }];
    const done = await splitOrders(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...done] }, 200);
  });
}

function materialRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(materials, async (context) => {
    const { orders } = context.req.valid("json");
    const done = await moveMaterials(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...done] }, 200);
  });
  app.openapi(materialsOfOne, async (context) => {
    const orders = [{ ...context.req.valid("json"), ...context.req.valid("param") }];
    const done = await moveMaterials(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...done] }, 200);
  });
}

function materialChangeRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(materialChanges, async (context) => {
    const { orders } = context.req.valid("json");
    const done = await changeMaterialsOf(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...done] }, 200);
  });
  app.openapi(materialChangesOfOne, async (context) => {
    const orders = [{ ...context.req.valid("json"), ...context.req.valid("param") }];
    const done = await changeMaterialsOf(ports, { orders, actor: context.get("actor") });
    return context.json({ results: [...done] }, 200);
  });
}
