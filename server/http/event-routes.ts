/** /events: the log by position, and a stream that nudges its readers. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { eventPageSchema } from "../../shared/wire/events.ts";
import { nudges } from "../feed/nudges.ts";
import type { Ports } from "../use-cases/ports.ts";
import { lastPosition, readEvents } from "../use-cases/read-events.ts";
import { answers, asJson } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";

/** Proxies drop connections that say nothing for long; this is well under the usual minute. */
const HEARTBEAT_MS = 15_000;

const afterSchema = z.coerce.number().int().min(0).default(0);

const page = createRoute({
  method: "get",
  path: "/events",
  tags: ["Events"],
  summary: "Events after a position, oldest first",
  request: {
    query: z.object({ after: afterSchema, limit: z.coerce.number().int().min(1).max(1000).default(500) }),
  },
  responses: {
    200: asJson(eventPageSchema, "Events; ask again after `position`"),
    ...answers("request-invalid"),
  },
});

const stream = createRoute({
  method: "get",
  path: "/events/stream",
  tags: ["Events"],
  summary: "Server-sent events: {position} whenever there is more to read",
  description:
    "Says at once when there are events after the given position, then after every change. Resume by asking again with your own position.",
  request: { query: z.object({ after: afterSchema }) },
  responses: { 200: { description: "text/event-stream" }, ...answers("request-invalid") },
});

export function eventRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(page, async (context) =>
    context.json(await readEvents(ports, context.req.valid("query")), 200),
  );
  app.openapi(stream, (context) => {
    const { after } = context.req.valid("query");
    context.header("cache-control", "no-cache, no-transform");
    context.header("x-accel-buffering", "no");
    return streamSSE(context, async (sse) => {
      const gone = new AbortController();
      sse.onAbort(() => gone.abort());
      await sse.write(": listening\n\n");
      const newest = () => lastPosition(ports);
      for await (const position of nudges(ports.feed, {
        after,
        newest,
        quietMs: HEARTBEAT_MS,
        gone: gone.signal,
      })) {
        if (position === null) await sse.write(": still here\n\n");
        else await sse.writeSSE({ event: "more", id: String(position), data: JSON.stringify({ position }) });
      }
    });
  });
}
