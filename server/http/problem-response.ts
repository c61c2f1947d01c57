/** RFC 9457 problem documents: the one shape in which a whole request is refused. */
import type { Context } from "hono";
import type { ZodError } from "zod";
import type { ProblemDocument, RequestProblemCode } from "../../shared/wire/problem-document.ts";

const titles: Record<
  RequestProblemCode,
  { readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503; readonly title: string }
> = {
  "request-invalid": { status: 400, title: "The request is not understood" },
  unauthorized: { status: 401, title: "Who is asking is not known" },
  "origin-refused": { status: 403, title: "Requests from other sites are refused" },
  "not-found": { status: 404, title: "There is nothing here" },
  "order-unknown": { status: 404, title: "There is no such manufacturing order" },
  "order-number-damaged": { status: 400, title: "That is not a manufacturing order number" },
  "action-refused": { status: 409, title: "The manufacturing order does not allow this now" },
  "press-running": { status: 409, title: "The press is not done yet" },
  "row-not-ready": { status: 409, title: "The row is not planned" },
  "item-unknown": { status: 404, title: "There is no such item" },
  "request-too-large": { status: 413, title: "The request is too large" },
  "media-type-refused": { status: 415, title: "The content type is not accepted" },
  "key-reused": { status: 422, title: "This key belongs to another request" },
  "import-refused": { status: 422, title: "Nothing was imported" },
  fault: { status: 500, title: "The service failed" },
  "service-busy": { status: 503, title: "The database is busy" },
};

type Extras = Pick<ProblemDocument, "errors">;

export function problemDocument(
  code: RequestProblemCode,
  detail: string,
  extras: Extras = {},
): ProblemDocument {
  const { status, title } = titles[code];
  return { type: `/docs/problems#${code}`, title, status, detail, code, ...extras };
}

/** A whole request refused by a route: thrown and caught inside the HTTP edge only, as Hono does with its own. */
export class RefusedRequest extends Error {
  constructor(
    readonly document: ProblemDocument,
    options?: ErrorOptions,
  ) {
    super(document.detail, options);
  }
}

export function problemResponse(context: Context, document: ProblemDocument): Response {
  const headers = { "content-type": "application/problem+json" };
  return context.body(JSON.stringify(document), titles[document.code].status, headers);
}

/** Where in the request it goes wrong, as "lines.3.row". Long lists are cut: the first faults are enough to start with. */
export function invalidRequest(error: ZodError): ProblemDocument {
  const errors = error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const [first] = errors;
  const detail =
    first === undefined
      ? "The request does not fit its schema."
      : `${first.path || "body"}${counted(first.path)}: ${first.message}`;
  return problemDocument("request-invalid", detail, { errors });
}

/** A path counts from 0 and people from 1: "lines.3.row" is about no. 4 of lines. */
function counted(path: string): string {
  const [, list, index] = /^(\w+)\.(\d+)(?:\.|$)/.exec(path) ?? [];
  return list === undefined ? "" : ` (no. ${String(Number(index) + 1)} of ${list})`;
}
