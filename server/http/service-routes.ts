/** /service: who and where one is. /health: for whoever watches the process. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { serviceSchema } from "../../shared/wire/service.ts";
import { describeService } from "../use-cases/describe-service.ts";
import type { Ports } from "../use-cases/ports.ts";
import { lastPosition } from "../use-cases/read-events.ts";
import { asJson } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";

const service = createRoute({
  method: "get",
  path: "/service",
  tags: ["Service"],
  summary: "Who you are, what day it is in the plant, and its stores",
  responses: { 200: asJson(serviceSchema, "The service") },
});

const health = createRoute({
  method: "get",
  path: "/health",
  tags: ["Service"],
  summary: "Answers when the database answers",
  responses: { 200: asJson(z.object({ position: z.number().int() }), "Well") },
});

export function serviceRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(service, async (context) =>
    context.json(await describeService(ports, context.get("actor")), 200),
  );
  app.openapi(health, async (context) => context.json({ position: await lastPosition(ports) }, 200));
}
