/** POST /plans: the preview. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import {
  explanationRequestSchema,
  explanationSchema,
  planRequestSchema,
  planSchema,
} from "../../shared/wire/plan.ts";
import { explainPlan } from "../use-cases/create/explain-plan.ts";
import { previewPlan } from "../use-cases/create/preview-plan.ts";
import type { Ports } from "../use-cases/ports.ts";
import { answers, asJson, body } from "./describe-route.ts";
import { problemDocument, RefusedRequest } from "./problem-response.ts";
import { linesInSteps } from "./lines-in-steps.ts";
import type { ActorEnv } from "./identify-actor.ts";

const preview = createRoute({
  method: "post",
  path: "/plans",
  tags: ["Plans"],
  summary: "Preview what Create would make",
  description: "Checks and plans every row with the rules that creating uses. Writes nothing.",
  request: body(planRequestSchema.extend({ lines: linesInSteps }).meta({ id: "PlanRequest" })),
  responses: {
    200: asJson(planSchema, "One answer for each row, in the rows' order"),
    ...answers("request-invalid"),
  },
});

const explain = createRoute({
  method: "post",
  path: "/plans/explanation",
  tags: ["Plans"],
  summary: "Why one row is planned as it is",
  description: "The same planning as the preview, told step by step for one of its rows.",
  request: body(explanationRequestSchema.extend({ lines: linesInSteps }).meta({ id: "ExplanationRequest" })),
  responses: {
    200: asJson(explanationSchema, "The row's order and those below it, each with its steps"),
    ...answers("request-invalid", "row-not-ready"),
  },
});

export function planRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(preview, async (context) =>
    context.json(await previewPlan(ports, context.req.valid("json")), 200),
  );
  app.openapi(explain, async (context) => {
    const request = context.req.valid("json");
    const explanation = await explainPlan(ports, request);
    if (explanation !== null) return context.json(explanation, 200);
    throw new RefusedRequest(
      problemDocument("row-not-ready", `Row ${request.row} is not planned: its problems say why.`),
    );
  });
}
