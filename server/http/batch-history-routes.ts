/** /batches: the history, the rows of one, and taking one back. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import {
  batchLinesQuerySchema,
  batchLinesSchema,
  batchListQuerySchema,
  batchNumberSchema,
  batchPageSchema,
  batchSummarySchema,
  batchUndoSchema,
  undoRequestSchema,
  type BatchUndo,
} from "../../shared/wire/batch-history.ts";
import { listBatches, readBatchLines, readBatchSummary } from "../use-cases/batches/list-batches.ts";
import type { Ports } from "../use-cases/ports.ts";
import { previewUndo, undoBatch, type UndoAnswer } from "../use-cases/batches/undo-batch.ts";
import { answers, asJson, body } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";
import { problemDocument, RefusedRequest } from "./problem-response.ts";

const tags = ["Batches"];
const params = z.object({ number: batchNumberSchema });

const list = createRoute({
  method: "get",
  path: "/batches",
  tags,
  summary: "Batches, newest first, with what became of their orders",
  request: { query: batchListQuerySchema },
  responses: {
    200: asJson(batchPageSchema, "A page; ask again with before = next"),
    ...answers("request-invalid"),
  },
});

const summary = createRoute({
  method: "get",
  path: "/batches/{number}/summary",
  tags,
  summary: "One batch as the list tells it",
  request: { params },
  responses: { 200: asJson(batchSummarySchema, "The batch without its rows"), ...answers("not-found") },
});

const lines = createRoute({
  method: "get",
  path: "/batches/{number}/rows",
  tags,
  summary: "The rows of a batch with their orders as they are now, page by page",
  request: { params, query: batchLinesQuerySchema },
  responses: {
    200: asJson(batchLinesSchema, "A page; ask again with after = next"),
    ...answers("request-invalid", "not-found"),
  },
});

const preview = createRoute({
  method: "get",
  path: "/batches/{number}/undo",
  tags,
  summary: "What an undo would take back, and what not and why",
  request: { params },
  responses: {
    200: asJson(batchUndoSchema, "Nothing is changed"),
    ...answers("not-found"),
  },
});

const undo = createRoute({
  method: "post",
  path: "/batches/{number}/undo",
  tags,
  summary: "Take a batch back: cancel all its orders on which work has not started",
  description:
    "What stays is named with the reason. Undoing again answers the same and changes nothing; a repeated press of Create with the batch's key makes nothing new.",
  request: { params, ...body(undoRequestSchema) },
  responses: {
    200: asJson(batchUndoSchema, "How its orders are now"),
    ...answers("request-invalid", "not-found"),
  },
});

export function batchHistoryRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(list, async (context) =>
    context.json(await listBatches(ports, context.req.valid("query")), 200),
  );
  app.openapi(summary, async (context) => {
    const { number } = context.req.valid("param");
    const found = await readBatchSummary(ports, number);
    if (found !== null) return context.json(found, 200);
    throw unknown(number);
  });
  app.openapi(lines, async (context) => {
    const { number } = context.req.valid("param");
    const found = await readBatchLines(ports, number, context.req.valid("query"));
    if (found !== null) return context.json(found, 200);
    throw unknown(number);
  });
  app.openapi(preview, async (context) => {
    const { number } = context.req.valid("param");
    return context.json(undoOf(number, await previewUndo(ports, number)), 200);
  });
  app.openapi(undo, async (context) => {
    const { number } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    const answer = await undoBatch(ports, { number, reason, actor: context.get("actor") });
    return context.json(undoOf(number, answer), 200);
  });
}

function undoOf(number: string, answer: UndoAnswer): BatchUndo {
  if (answer.outcome === "answered") return answer.undo;
  throw unknown(number);
}

function unknown(number: string): RefusedRequest {
  return new RefusedRequest(problemDocument("not-found", `There is no batch ${number}.`));
}
