/**
 * A page of another site, open in the planner's browser, must not reach a service that needs no sign-in. Browsers
 * say where a request comes from (Sec-Fetch-Site); programs such as curl say nothing and are let through. A foreign
 * name that points to this machine (DNS rebinding) shows itself in the Host header.
 */
import type { MiddlewareHandler } from "hono";
import { isLoopback, type Config } from "../config.ts";
import { problemDocument, problemResponse } from "./problem-response.ts";

export function refuseOtherSites({ apiTokens }: Pick<Config, "apiTokens">): MiddlewareHandler {
  return async (context, next) => {
    const site = context.req.header("sec-fetch-site") ?? "none";
    const host = new URL(context.req.url).hostname;
    const isForeignPage = site === "cross-site" || site === "same-site";
    const isForeignName = apiTokens.length === 0 && !isLocalName(host);
    if (isForeignPage || isForeignName) {
      const detail = `This service answers pages of its own only (asked as "${host}", from ${site}).`;
      return problemResponse(context, problemDocument("origin-refused", detail));
    }
    await next();
    return undefined;
  };
}

/** Names that no stranger can point here: loopback, and the top-level names that RFC 6761 keeps out of the DNS. */
function isLocalName(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "");
  return isLoopback(name) || name.endsWith(".localhost") || name.endsWith(".test");
}
