/** Demand that changed after orders were made for it: told, and taken over. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { demandChangesSchema, driftsRequestSchema, driftsSchema } from "../../shared/wire/drift.ts";
import { actionResultsSchema } from "../../shared/wire/order.ts";
import { applyDrift } from "../use-cases/demand/follow-demand.ts";
import type { Ports } from "../use-cases/ports.ts";
import { readDrifts } from "../use-cases/demand/read-drifts.ts";
import { answers, asJson, body } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";

const tags = ["Manufacturing orders"];

const drifts = createRoute({
  method: "post",
  path: "/manufacturing-orders/drifts",
  tags,
  summary: "Which of many orders have a demand that says something else by now",
  request: body(driftsRequestSchema),
  responses: {
    200: asJson(driftsSchema, "What their lines said, and what they say now"),
    ...answers("request-invalid"),
  },
});

const demandChanges = createRoute({
  method: "post",
  path: "/manufacturing-orders/demand-changes",
  tags,
  summary: "Make orders what the lines they are for say by now",
  description:
    "The order's quantity changes by as much as its line's did, and it is wanted when the line is. GET of an order tells the drift.",
  request: body(demandChangesSchema),
  responses: {
    200: asJson(actionResultsSchema, "A result for each order"),
    ...answers("request-invalid"),
  },
});

export function driftRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(drifts, async (context) => {
    const found = await readDrifts(ports, context.req.valid("json").numbers);
    return context.json({ drifts: [...found] }, 200);
  });
  app.openapi(demandChanges, async (context) => {
    const { numbers } = context.req.valid("json");
    const applied = await applyDrift(ports, { numbers, actor: context.get("actor") });
    return context.json({ results: [...applied] }, 200);
  });
}
