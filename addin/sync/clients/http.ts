/** How the add-in asks the service: every answer is parsed, every failure is a value, and nothing is waited for without end. */
import type { z } from "zod";
import { problemDocumentSchema, type ProblemDocument } from "../../../shared/wire/problem-document.ts";

export type Asked<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  /** The service understood and said no. */
  | { readonly kind: "refused"; readonly problem: ProblemDocument }
  /** No answer, or none that makes sense: nobody knows whether the request arrived. */
  | { readonly kind: "unreachable"; readonly why: string };

export type Unanswered = Exclude<Asked<unknown>, { kind: "answered" }>;

/** Without end is for who has another way to see that no answer comes. */
export type Limit = "quick" | "long" | "none";

export interface Patience {
  /** Quick unless it is said otherwise. */
  readonly limit?: Limit;
  /** Takes the question back. */
  readonly signal?: AbortSignal | undefined;
}

export interface ToPost {
  readonly path: string;
  readonly body: unknown;
}

export interface Http {
  readonly get: <Answer>(
    path: string,
    schema: z.ZodType<Answer>,
    patience?: Patience,
  ) => Promise<Asked<Answer>>;
  readonly post: <Answer>(
    to: ToPost,
    schema: z.ZodType<Answer>,
    patience?: Patience,
  ) => Promise<Asked<Answer>>;
  /** The raw response, whose body the caller reads. Throws when there is none. */
  readonly open: (path: string, signal: AbortSignal) => Promise<Response>;
}

/**
 * A laptop that slept, or a proxy, can leave a question open for ever: after so long it counts as lost (R53). Long is
 * for what may be about twenty thousand rows.
 */
const LIMITS_MS = { quick: 15_000, long: 120_000, none: null };

/** `base`: where the API is, such as "https://planner.example/api/v1". */
export function httpAt(base: string, limitsMs: Readonly<Record<Limit, number | null>> = LIMITS_MS): Http {
  const send = <Answer>(path: string, init: RequestInit, answering: Answering<Answer>) => {
    const { schema, limit = "quick", signal } = answering;
    return ask((ended) => fetch(base + path, { ...init, signal: ended }), {
      schema,
      limitMs: limitsMs[limit],
      signal,
    });
  };
  return {
    get: (path, schema, patience) => send(path, {}, { schema, ...patience }),
    post: ({ path, body }, schema, patience) => {
      const headers = { "content-type": "application/json" };
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      return send(path, init, { schema, ...patience });
    },
    open: async (path, signal) => {
      const response = await fetch(base + path, { signal });
      if (!response.ok) throw new Error(`${path} answered ${String(response.status)}`);
      return response;
    },
  };
}

interface Answering<Answer> extends Patience {
  readonly schema: z.ZodType<Answer>;
}

interface Waiting<Answer> {
  readonly schema: z.ZodType<Answer>;
  readonly limitMs: number | null;
  readonly signal: AbortSignal | undefined;
}

async function ask<Answer>(
  send: (ended: AbortSignal) => Promise<Response>,
  { schema, limitMs, signal }: Waiting<Answer>,
): Promise<Asked<Answer>> {
  const waiting = new AbortController();
  const takeBack = (): void => waiting.abort(new Error("It was taken back"));
  const timer = limitMs === null ? undefined : setTimeout(() => waiting.abort(lateAfter(limitMs)), limitMs);
  if (signal?.aborted === true) takeBack();
  signal?.addEventListener("abort", takeBack);
  try {
    return await read(await send(waiting.signal), schema);
  } catch (error) {
    return { kind: "unreachable", why: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", takeBack);
  }
}

function lateAfter(limitMs: number): Error {
  return new Error(`no answer within ${String(limitMs / 1_000)} seconds`);
}

async function read<Answer>(response: Response, schema: z.ZodType<Answer>): Promise<Asked<Answer>> {
  if (response.ok) return { kind: "answered", answer: schema.parse(await response.json()) };
  // What stands in between answers with pages of its own.
  const problem = problemDocumentSchema.safeParse(await response.json().catch(() => null));
  if (!problem.success) return { kind: "unreachable", why: `status ${String(response.status)}` };
  return response.status < 500
    ? { kind: "refused", problem: problem.data }
    : { kind: "unreachable", why: problem.data.detail };
}

/** Why there is no answer, in a sentence. */
export function whyNot(asked: Unanswered): string {
  return asked.kind === "refused" ? asked.problem.detail : "The service cannot be reached.";
}

/** What follows the question mark; what is undefined is left out. */
export function queryText(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value));
  return given.toString();
}
