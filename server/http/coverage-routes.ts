/** Coverage of the lines that orders are for. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { coverageRequestSchema, orderCoverageListSchema } from "../../shared/wire/coverage.ts";
import type { Ports } from "../use-cases/ports.ts";
import { readCoverage } from "../use-cases/demand/read-coverage.ts";
import { answers, asJson, body } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";

const coverage = createRoute({
  method: "post",
  path: "/manufacturing-orders/coverage",
  tags: ["Manufacturing orders"],
  summary: "Whom orders are for, and how far those lines are on orders",
  request: body(coverageRequestSchema),
  responses: { 200: asJson(orderCoverageListSchema, "Lines by order"), ...answers("request-invalid") },
});

export function coverageRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(coverage, async (context) => {
    const orders = await readCoverage(ports, context.req.valid("json").numbers);
    return context.json({ orders: [...orders] }, 200);
  });
}
