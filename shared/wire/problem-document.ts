/** RFC 9457 problem documents: what the service answers when a whole request is refused. */
import { z } from "zod";

export const requestProblemCodes = [
  "request-invalid",
  "request-too-large",
  "key-reused",
  "press-running",
  "not-found",
  "order-unknown",
  "order-number-damaged",
  "action-refused",
  "row-not-ready",
  "item-unknown",
  "import-refused",
  "unauthorized",
  "origin-refused",
  "media-type-refused",
  "service-busy",
  "fault",
] as const;
export type RequestProblemCode = (typeof requestProblemCodes)[number];

export const problemDocumentSchema = z
  .object({
    type: z.string().meta({ description: "Where the service describes the code: /docs/problems#…" }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(requestProblemCodes),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Where in the request, for request-invalid" }),
  })
  .meta({ id: "ProblemDocument" });
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;
