/** Readiness, explanations and explosions: questions that change nothing. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { isCalendarDate } from "../../shared/quantity/calendar-date.ts";
import { isAboveZero, parseDecimal } from "../../shared/quantity/decimal.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import {
  explosionSchema,
  orderExplanationSchema,
  orderReadinessListSchema,
  readinessRequestSchema,
} from "../../shared/wire/readiness.ts";
import { explainOrderOnBooks } from "../use-cases/orders/explain-order.ts";
import { explodeItem } from "../use-cases/create/explode-item.ts";
import type { Ports } from "../use-cases/ports.ts";
import { readReadiness } from "../use-cases/orders/read-readiness.ts";
import { answers, asJson, body } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";
import { problemDocument, RefusedRequest } from "./problem-response.ts";

const readiness = createRoute({
  method: "post",
  path: "/manufacturing-orders/readiness",
  tags: ["Manufacturing orders"],
  summary: "Whether open orders could be made, as stock stands now",
  description: "Orders that are unknown or no longer open are left out of the answer.",
  request: body(readinessRequestSchema),
  responses: { 200: asJson(orderReadinessListSchema, "Readiness by order"), ...answers("request-invalid") },
});

const explanation = createRoute({
  method: "get",
  path: "/manufacturing-orders/{number}/explanation",
  tags: ["Manufacturing orders"],
  summary: "Why an order is what it is, and who did what since",
  request: { params: z.object({ number: z.string() }) },
  responses: {
    200: asJson(orderExplanationSchema, "Step by step"),
    ...answers("order-number-damaged", "order-unknown"),
  },
});

const explosion = createRoute({
  method: "get",
  path: "/items/{item}/explosion",
  tags: ["Catalog"],
  summary: "What a quantity of an item takes on every level of its bills of materials",
  request: {
    params: z.object({ item: z.string() }),
    query: z.object({
      quantity: z.string().default("1").transform(parseDecimal).refine(isQuantity, "a decimal above zero"),
      day: z
        .string()
        .refine(isCalendarDate, "a calendar date, YYYY-MM-DD")
        .optional()
        .meta({ description: "Chooses the revisions; today if not given" }),
    }),
  },
  responses: {
    200: asJson(explosionSchema, "All levels, and totals"),
    ...answers("request-invalid", "item-unknown"),
  },
});

type Quantity = NonNullable<ReturnType<typeof parseDecimal>>;

function isQuantity(value: ReturnType<typeof parseDecimal>): value is Quantity {
  return value !== null && isAboveZero(value);
}

export function explainRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(readiness, async (context) => {
    const orders = await readReadiness(ports, context.req.valid("json").numbers);
    return context.json({ orders: [...orders] }, 200);
  });
  app.openapi(explanation, async (context) => {
    const written = context.req.valid("param").number;
    const number = parseMoNumber(written);
    const found = number === null ? null : await explainOrderOnBooks(ports, number);
    if (found !== null) return context.json(found, 200);
    throw new RefusedRequest(
      number === null
        ? problemDocument("order-number-damaged", `"${written}" is not an MO number.`)
        : problemDocument("order-unknown", `There is no order ${number}.`),
    );
  });
  app.openapi(explosion, async (context) => {
    const { item } = context.req.valid("param");
    const { quantity, day = null } = context.req.valid("query");
    const found = await explodeItem(ports, { item, quantity, day });
    if (found !== null) return context.json(found, 200);
    throw new RefusedRequest(problemDocument("item-unknown", `"${item}" names no item, or several.`));
  });
}
