/**
 * Who is asking. Without tokens the service is for one named planner on this machine; with tokens every request
 * carries one (DESIGN promise 11). Tokens are compared in constant time.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { ApiToken, Config } from "../config.ts";
import { problemDocument, problemResponse } from "./problem-response.ts";

/** What every route finds in its context. */
export interface ActorEnv {
  Variables: { actor: string };
}

export function identifyActor({
  apiTokens,
  localActor,
}: Pick<Config, "apiTokens" | "localActor">): MiddlewareHandler<ActorEnv> {
  return async (context, next) => {
    const actor =
      apiTokens.length === 0 ? localActor : bearer(context.req.header("authorization"), apiTokens);
    if (actor === null) {
      context.header("www-authenticate", "Bearer");
      return problemResponse(
        context,
        problemDocument("unauthorized", "Send an Authorization header with one of the configured tokens."),
      );
    }
    context.set("actor", actor);
    await next();
    return undefined;
  };
}

function bearer(header: string | undefined, apiTokens: readonly ApiToken[]): string | null {
  const given = /^Bearer (.+)$/i.exec(header ?? "")?.[1];
  if (given === undefined) return null;
  return apiTokens.find(({ token }) => sameSecret(token, given))?.actor ?? null;
}

function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
