/** /batches: one press of Create, and what became of it. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import {
  batchRequestSchema,
  batchSchema,
  pressProgressSchema,
  requestKeySchema,
} from "../../shared/wire/batch.ts";
import { batchNumberSchema } from "../../shared/wire/batch-history.ts";
import { cancelBatch } from "../use-cases/batches/cancel-batch.ts";
import { createBatch } from "../use-cases/create/create-batch.ts";
import { pressProgress } from "../use-cases/create/press-progress.ts";
import { readBatch } from "../use-cases/batches/read-batch.ts";
import type { Job } from "../jobs/job.ts";
import type { Ports } from "../use-cases/ports.ts";
import { answers, asJson, body } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";
import { describeLines, linesInSteps } from "./lines-in-steps.ts";
import { problemDocument, RefusedRequest } from "./problem-response.ts";

const create = createRoute({
  method: "post",
  path: "/batches",
  tags: ["Batches"],
  summary: "Create manufacturing orders from rows, exactly once",
  description:
    "Send the same key again after a lost answer: the first answer comes back and nothing is made twice. Rows that cannot be made are refused by name; the others go through.",
  request: body(batchRequestSchema.extend({ lines: linesInSteps }).meta({ id: "BatchRequest" })),
  responses: {
    201: asJson(batchSchema, "Made now"),
    200: asJson(batchSchema, "Made before, by a request with this key"),
    ...answers("request-invalid", "request-too-large", "key-reused"),
  },
});

const byKey = createRoute({
  method: "get",
  path: "/batches/by-key/{key}",
  tags: ["Batches"],
  summary: "What became of a press, by its key",
  request: { params: z.object({ key: requestKeySchema }) },
  responses: { 200: asJson(batchSchema, "The batch"), ...answers("not-found", "press-running") },
});

const progress = createRoute({
  method: "get",
  path: "/batches/by-key/{key}/progress",
  tags: ["Batches"],
  summary: "How far a press is",
  request: { params: z.object({ key: requestKeySchema }) },
  responses: { 200: asJson(pressProgressSchema, "The stage and the rows through with it") },
});

const cancel = createRoute({
  method: "post",
  path: "/batches/by-key/{key}/cancel",
  tags: ["Batches"],
  summary: "Give a press up while it runs",
  description:
    "All of it is taken back, or, when it was too late, all of it was made: the answer's state says which. A key nobody used yet can make nothing afterwards.",
  request: { params: z.object({ key: requestKeySchema }) },
  responses: { 200: asJson(batchSchema, "What became of the press") },
});

const byNumber = createRoute({
  method: "get",
  path: "/batches/{number}",
  tags: ["Batches"],
  summary: "One batch with its rows",
  request: { params: z.object({ number: batchNumberSchema }) },
  responses: { 200: asJson(batchSchema, "The batch"), ...answers("not-found") },
});

export function batchRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  describeLines(app);
  app.openapi(create, async (context) => {
    const made = await createBatch(ports, {
      request: context.req.valid("json"),
      actor: context.get("actor"),
    });
    if (made.outcome === "created") return context.json(made.batch, 201);
    if (made.outcome === "repeated") return context.json(made.batch, 200);
    const detail = "The key was used before with other rows or rules. Make a new key for a new request.";
    throw new RefusedRequest(problemDocument("key-reused", detail));
  });
  app.openapi(byKey, async (context) => {
    const { key } = context.req.valid("param");
    // Looked for first: a press that ends meanwhile has its batch then.
    const running = ports.jobs.find(key);
    const batch = await readBatch(ports, { key });
    if (batch !== null) return context.json(batch, 200);
    throw new RefusedRequest(noBatch(running));
  });
  app.openapi(progress, async (context) =>
    context.json(await pressProgress(ports, context.req.valid("param").key), 200),
  );
  app.openapi(cancel, async (context) =>
    context.json(await cancelBatch(ports, context.req.valid("param").key, context.get("actor")), 200),
  );
  app.openapi(byNumber, async (context) => {
    const { number } = context.req.valid("param");
    const batch = await readBatch(ports, { number });
    if (batch !== null) return context.json(batch, 200);
    throw new RefusedRequest(problemDocument("not-found", `There is no batch ${number}.`));
  });
}

function noBatch(running: Job | null) {
  if (running === null)
    return problemDocument("not-found", "No batch has this key: nothing was made with it.");
  const { done, total } = running.progress;
  return problemDocument(
    "press-running",
    `The press with this key is still running: ${String(done)} of ${String(total)} rows. Ask again, or ask how far it is at …/progress.`,
  );
}
