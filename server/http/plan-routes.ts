/** POST /plans: the preview. */
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { planRequestSchema, planSchema } from "../../shared/wire/plan.ts";
import { previewPlan } from "../use-cases/preview-plan.ts";
import type { Ports } from "../use-cases/ports.ts";
import { answers, asJson, body } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";

const preview = createRoute({
  method: "post",
  path: "/plans",
  tags: ["Plans"],
  summary: "Preview what Create would make",
  description: "Checks and plans every row with the rules that creating uses. Writes nothing.",
  request: body(planRequestSchema),
  responses: {
    200: asJson(planSchema, "One answer for each row, in the rows' order"),
    ...answers("request-invalid"),
  },
});

export function planRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(preview, async (context) =>
    context.json(await previewPlan(ports, context.req.valid("json")), 200),
  );
}
