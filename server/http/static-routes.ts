/** The built task pane as it ships, and the workbench around it. */
import { serveStatic } from "@hono/node-server/serve-static";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ActorEnv } from "./identify-actor.ts";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const caching: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("cache-control", cacheControl(context.req.path));
};

/**
 * Built file names carry a hash of their content, so they may be kept for ever; pages may not. Office asks that icons
 * may be kept (its rules for manifests): the ribbon would stay without pictures otherwise.
 */
function cacheControl(path: string): string {
  if (/\.[0-9a-f]{8,}\./.test(path)) return "public, max-age=31536000, immutable";
  return path.startsWith("/addin/icons/") ? "public, max-age=86400" : "no-cache";
}

export function addinRoutes(app: OpenAPIHono<ActorEnv>): void {
  app.use("/addin/*", caching, serveStatic({ root: relative(process.cwd(), DIST) }));
}

/**
 * The workbench loads the same built task pane with one change: office.js comes from the installed package instead
 * of Microsoft's CDN, because the workbench must work without the internet. Nothing of office.js is altered.
 */
export function workbenchRoutes(app: OpenAPIHono<ActorEnv>): void {
  app.get("/", (context) => context.redirect("/workbench/"));
  app.get("/workbench/taskpane.html", async (context) => {
    const shipped = await readFile(join(DIST, "addin", "taskpane.html"), "utf8");
    const local = shipped
      .replace(OFFICE_JS, "/office-js/office.js")
      .replace("<head>", `<head><base href="/addin/">`);
    return context.html(local, 200, { "cache-control": "no-cache" });
  });
  app.use("/workbench/*", caching, serveStatic({ root: relative(process.cwd(), DIST) }));
  const officeFiles = officeFolder();
  if (officeFiles === null) return;
  app.use(
    "/office-js/*",
    serveStatic({
      root: relative(process.cwd(), officeFiles),
      // The package's folders are lower case on disk; office.js asks for some of them in mixed case.
      rewriteRequestPath: (path) => path.replace(/^\/office-js/, "").toLowerCase(),
      onFound: (_path, context) => context.header("access-control-allow-origin", "*"),
    }),
  );
}

/** Null where only the production packages are installed: the workbench is for trying and testing. */
function officeFolder(): string | null {
  try {
    const folder = join(
      dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
      "dist",
    );
    return existsSync(folder) ? folder : null;
  } catch {
    return null;
  }
}
