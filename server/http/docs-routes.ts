/** /openapi.json, and /docs: the same as a page that can be read and tried. Its files come from this service alone. */
import { serveStatic } from "@hono/node-server/serve-static";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { createRequire } from "node:module";
import { dirname, relative } from "node:path";
import type { ActorEnv } from "./identify-actor.ts";
import { problemsPage } from "./problems-page.ts";

const SWAGGER_FILES = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

export function docsRoutes(app: OpenAPIHono<ActorEnv>, version: string): void {
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "MO Planner",
      version,
      description:
        "Manufacturing orders from rows: preview, create exactly once, read, change, and follow by events.",
    },
  });
  app.get("/docs", (context) => context.html(page));
  app.get("/docs/problems", (context) => context.html(problemsPage()));
  app.get("/docs/start.js", (context) =>
    context.body(startScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
  app.use(
    "/docs/*",
    serveStatic({
      root: relative(process.cwd(), SWAGGER_FILES),
      rewriteRequestPath: (path) => path.replace(/^\/docs/, ""),
    }),
  );
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>MO Planner API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <main id="api"></main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const startScript = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null });\n`;
