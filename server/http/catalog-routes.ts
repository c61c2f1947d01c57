/** POST /catalog/imports: the same import as the command line's, from uploaded files. */
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { importReportSchema } from "../../shared/wire/catalog.ts";
import { mappingSchema, type Mapping } from "../catalog/mapping.ts";
import type { NamedBytes } from "../catalog/source-table.ts";
import { importCatalog } from "../use-cases/import-catalog.ts";
import type { Ports } from "../use-cases/ports.ts";
import { answers, asJson } from "./describe-route.ts";
import type { ActorEnv } from "./identify-actor.ts";
import { invalidRequest, problemDocument, RefusedRequest } from "./problem-response.ts";

const yesNo = z.enum(["yes", "no"]).default("no");

const uploadSchema = z.object({
  files: z.any().meta({
    type: "array",
    items: { type: "string", format: "binary" },
    description: "CSV files or one .xlsx",
  }),
  mapping: z
    .string()
    .optional()
    .meta({ description: "A mapping as JSON, for files with names of their own" }),
  strict: yesNo,
  dryRun: yesNo,
});

const upload = createRoute({
  method: "post",
  path: "/catalog/imports",
  tags: ["Catalog"],
  summary: "Import the catalog from CSV files or a workbook",
  description: "An upsert with a verdict for each row, in one transaction. 422 means: nothing was written.",
  request: { body: { required: true, content: { "multipart/form-data": { schema: uploadSchema } } } },
  responses: {
    200: asJson(importReportSchema, "Imported (or tried, with dryRun); refused rows are listed"),
    422: asJson(importReportSchema, "Nothing was imported; the report says why"),
    ...answers("request-invalid", "request-too-large"),
  },
});

export function catalogRoutes(app: OpenAPIHono<ActorEnv>, ports: Ports): void {
  app.openapi(upload, async (context) => {
    const form = await context.req.formData();
    const files = await Promise.all(
      form.getAll("files").flatMap((entry) => (entry instanceof File ? [namedBytes(entry)] : [])),
    );
    if (files.length === 0)
      throw new RefusedRequest(
        problemDocument("request-invalid", "Send at least one file in the field `files`."),
      );
    const { mapping, strict, dryRun } = context.req.valid("form");
    const request = {
      files,
      mapping: readMapping(mapping),
      strict: strict === "yes",
      dryRun: dryRun === "yes",
    };
    const report = await importCatalog(ports, { ...request, actor: context.get("actor") });
    return context.json(report, report.applied || request.dryRun ? 200 : 422);
  });
}

async function namedBytes(file: File): Promise<NamedBytes> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function readMapping(text: string | undefined): Mapping | null {
  if (text === undefined || text === "") return null;
  const parsed = mappingSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new RefusedRequest(invalidRequest(parsed.error));
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RefusedRequest(problemDocument("request-invalid", "The mapping is not JSON."), { cause });
  }
}
