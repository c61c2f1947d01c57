/** Short words for describing routes in the OpenAPI document. */
import type { z } from "zod";
import { problemDocumentSchema, type RequestProblemCode } from "../../shared/wire/problem-document.ts";
import { problemDocument } from "./problem-response.ts";

export function body<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { "application/json": { schema } } } } as const;
}

export function asJson<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } } as const;
}

/** The problem documents a route may answer with; the router itself never parses these. */
export function answers(...codes: readonly RequestProblemCode[]) {
  const described = codes.map((code) => {
    const { status, title } = problemDocument(code, "");
    const content = { "application/problem+json": { schema: problemDocumentSchema } };
    return [status, { description: `${title} (${code})`, content }] as const;
  });
  return Object.fromEntries(described);
}
