/** The doors of the service, in one place: which routes there are and what stands before them. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import type { Config } from "./config.ts";
import { batchHistoryRoutes } from "./http/batch-history-routes.ts";
import { batchRoutes } from "./http/batch-routes.ts";
import { catalogRoutes } from "./http/catalog-routes.ts";
import { docsRoutes } from "./http/docs-routes.ts";
import { eventRoutes } from "./http/event-routes.ts";
import { identifyActor, type ActorEnv } from "./http/identify-actor.ts";
import { explainRoutes } from "./http/explain-routes.ts";
import { coverageRoutes } from "./http/coverage-routes.ts";
import { driftRoutes } from "./http/drift-routes.ts";
import { orderWorkRoutes } from "./http/order-work-routes.ts";
import { itemRoutes } from "./http/item-routes.ts";
import { sourceRoutes } from "./http/source-routes.ts";
import { stockRoutes } from "./http/stock-routes.ts";
import { orderRoutes } from "./http/order-routes.ts";
import { planRoutes } from "./http/plan-routes.ts";
import { invalidRequest, problemDocument, problemResponse, RefusedRequest } from "./http/problem-response.ts";
import { refuseOtherSites } from "./http/refuse-other-sites.ts";
import { serviceRoutes } from "./http/service-routes.ts";
import { addinRoutes, workbenchRoutes } from "./http/static-routes.ts";
import type { Ports } from "./use-cases/ports.ts";

/** 20,000 rows of twelve filled columns are about 6 MB. */
export const LARGEST_BODY = 32 * 1024 * 1024;

export type AppConfig = Pick<Config, "apiTokens" | "localActor" | "workbench">;

export function createApp(ports: Ports, config: AppConfig): OpenAPIHono<ActorEnv> {
  const app = new OpenAPIHono<ActorEnv>();
  // Excel shows the pane in a frame of its own, so framing is not forbidden. Strict transport security counts for a
  // host name on all its ports: from https://localhost:3443 it would lock planners out of http://localhost:3000.
  app.use(
    secureHeaders({
      xFrameOptions: false,
      crossOriginResourcePolicy: false,
      crossOriginOpenerPolicy: false,
      strictTransportSecurity: false,
    }),
  );
  // Before the guard: Excel on the web shows the pane and its icons inside a page of Microsoft's, another site.
  addinRoutes(app);
  app.use(refuseOtherSites(config));
  docsRoutes(app, ports.version);
  if (config.workbench) workbenchRoutes(app);
  app.route("/api/v1", createApi(ports, config));
  app.notFound((context) =>
    problemResponse(context, problemDocument("not-found", `There is nothing at ${context.req.path}.`)),
  );
  app.onError((error, context) => {
    if (error instanceof RefusedRequest) return problemResponse(context, error.document);
    if (error instanceof HTTPException) return problemResponse(context, badRequest(error));
    ports.log.error({ error, path: context.req.path }, "A request failed");
    return problemResponse(
      context,
      problemDocument("fault", "The service failed; its log says why. Nothing was half done: try again."),
    );
  });
  return app;
}

function createApi(ports: Ports, config: AppConfig): OpenAPIHono<ActorEnv> {
  const api = new OpenAPIHono<ActorEnv>({
    defaultHook: (result, context) =>
      result.success ? undefined : problemResponse(context, invalidRequest(result.error)),
  });
  const tooLarge = problemDocument(
    "request-too-large",
    `A request may hold ${LARGEST_BODY / 1024 / 1024} MB.`,
  );
  api.use(identifyActor(config));
  api.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => problemResponse(context, tooLarge) }));
  serviceRoutes(api, ports);
  planRoutes(api, ports);
  batchRoutes(api, ports);
  batchHistoryRoutes(api, ports);
  // Before the orders' own: "readiness" and "merges" are no actions.
  explainRoutes(api, ports);
  coverageRoutes(api, ports);
  driftRoutes(api, ports);
  orderWorkRoutes(api, ports);
  itemRoutes(api, ports);
  stockRoutes(api, ports);
  sourceRoutes(api, ports);
  orderRoutes(api, ports);
  eventRoutes(api, ports);
  catalogRoutes(api, ports);
  return api;
}

function badRequest(error: HTTPException) {
  if (error.status === 415)
    return problemDocument("media-type-refused", "Send the request's body as application/json.");
  return problemDocument(
    "request-invalid",
    error.message === "" ? "The request could not be read." : error.message,
  );
}
