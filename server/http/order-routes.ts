/** /manufacturing-orders: read, list, look up many, and act on one or many. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { orderActions } from "../../shared/order/life.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import {
  actionRequestSchema,
  actionResultsSchema,
  lookupRequestSchema,
  lookupSchema,
  orderListQuerySchema,
  orderPageSchema,
  orderSchema,
} from "../../shared/wire/order.ts";
import { changeOrders } from "../use-cases/orders/change-orders.ts";
import { listOrders } from "../use-cases/orders/list-orders.ts";
import { lookUpOrders } from "../use-cases/orders/look-up-orders.ts";
import type { Ports } from "../use-cases/ports.ts";
import { readOrder } from "../use-cases/orders/read-order.ts";
import { answers, asJson, body } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";
import { problemDocument, RefusedRequest } from "./problem-response.ts";

const tags = ["Manufacturing orders"];

const list = createRoute({
  method: "get",
  path: "/manufacturing-orders",
  tags,
  summary: "List manufacturing orders, newest first",
  request: { query: orderListQuerySchema },
  responses: {
    200: asJson(orderPageSchema, "A page; ask again with after = next"),
    ...answers("request-invalid"),
  },
});

const lookUp = createRoute({
  method: "post",
  path: "/manufacturing-orders/lookup",
  tags,
  summary: "The state of many orders, with the event position it is true at",
  request: body(lookupRequestSchema),
  responses: { 200: asJson(lookupSchema, "States, and numbers nobody knows"), ...answers("request-invalid") },
});

const read = createRoute({
  method: "get",
  path: "/manufacturing-orders/{number}",
  tags,
  summary: "One order with materials, operations and the demand it covers",
  request: { params: z.object({ number: z.string() }) },
  responses: { 200: asJson(orderSchema, "The order"), ...answers("order-number-damaged", "order-unknown") },
});

const actOnMany = createRoute({
  method: "post",
  path: "/manufacturing-orders/{action}",
  tags,
  summary: "Release, start, produce, close, reopen, cancel, hold or resume one or many orders",
  request: { params: z.object({ action: z.enum(orderActions) }), ...body(actionRequestSchema) },
  responses: {
    200: asJson(actionResultsSchema, "A result for each number, in order"),
    ...answers("request-invalid"),
  },
});

const actOnOne = createRoute({
  method: "post",
  path: "/manufacturing-orders/{number}/{action}",
  tags,
  summary: "The same for one order; what it needs stands in the query",
  request: {
    params: z.object({ number: z.string(), action: z.enum(orderActions) }),
    query: z.object({
      reason: z.string().max(1000).default(""),
      quantity: z.string().max(40).optional(),
      scrapped: z.string().max(40).optional(),
      complete: z.stringbool().optional(),
      children: z.enum(["keep", "follow"]).default("keep"),
    }),
  },
  responses: {
    200: asJson(orderSchema, "The order after the action"),
    ...answers("order-number-damaged", "order-unknown", "action-refused"),
  },
});

export function orderRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(list, async (context) =>
    context.json(await listOrders(ports, context.req.valid("query")), 200),
  );
  app.openapi(lookUp, async (context) =>
    context.json(await lookUpOrders(ports, context.req.valid("json").numbers), 200),
  );
  readRoute(app, ports);
  app.openapi(actOnMany, async (context) => {
    const { action } = context.req.valid("param");
    const results = await changeOrders(ports, {
      action,
      actor: context.get("actor"),
      ...context.req.valid("json"),
    });
    return context.json({ results: [...results] }, 200);
  });
  actOnOneRoute(app, ports);
}

function readRoute(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(read, async (context) => {
    const written = context.req.valid("param").number;
    const number = parseMoNumber(written);
    if (number === null) throw new RefusedRequest(damaged(written));
    const order = await readOrder(ports, number);
    if (order !== null) return context.json(order, 200);
    throw new RefusedRequest(problemDocument("order-unknown", `There is no order ${number}.`));
  });
}

function actOnOneRoute(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(actOnOne, async (context) => {
    const { number: written, action } = context.req.valid("param");
    const number = parseMoNumber(written);
    if (number === null) throw new RefusedRequest(damaged(written));
    const [result] = await changeOrders(ports, {
      action,
      actor: context.get("actor"),
      numbers: [number],
      ...context.req.valid("query"),
    });
    if (result?.outcome === "refused") {
      const code = result.code === "order-unknown" ? "order-unknown" : "action-refused";
      throw new RefusedRequest(problemDocument(code, result.message));
    }
    const order = await readOrder(ports, number);
    if (order !== null) return context.json(order, 200);
    throw new RefusedRequest(problemDocument("order-unknown", `There is no order ${number}.`));
  });
}

function damaged(written: string) {
  return problemDocument(
    "order-number-damaged",
    `"${written}" is not an MO number: its form or check digit is wrong.`,
  );
}
