/** What a catalog import did, row by row. */
import { z } from "zod";
import { overriddenLevelSchema } from "../event/event.ts";

export const importTargets = [
  "units",
  "calendars",
  "calendar-days",
  "stores",
  "locations",
  "work-centers",
  "items",
  "item-aliases",
  "item-stores",
  "unit-conversions",
  "boms",
  "routings",
  "stock",
  "sales-orders",
  "purchase-orders",
] as const;
export type ImportTarget = (typeof importTargets)[number];

export const importProblemCodes = [
  "file-missing",
  "file-unreadable",
  "file-empty",
  "column-missing",
  "file-unknown",
  "value-missing",
  "value-unreadable",
  "value-too-low",
  "code-damaged",
  "reference-unknown",
  "duplicate-row",
  "bom-cycle",
  "bom-incomplete",
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

export const importProblemSchema = z
  .object({
    file: z.string(),
    row: z
      .number()
      .int()
      .nullable()
      .meta({ description: "As a spreadsheet numbers it; null for the whole file" }),
    column: z.string(),
    value: z.string(),
    code: z.enum(importProblemCodes),
    message: z.string(),
    fix: z.string(),
  })
  .meta({ id: "ImportProblem" });
export type ImportProblem = z.infer<typeof importProblemSchema>;

const outcome = z.enum(["created", "updated", "unchanged", "refused"]);
export type ImportOutcome = z.infer<typeof outcome>;

export const importReportSchema = z
  .object({
    applied: z
      .boolean()
      .meta({ description: "False when nothing was written: a trial, a broken file, or strict" }),
    targets: z.array(
      z.object({
        target: z.enum(importTargets),
        file: z.string(),
        created: z.number().int(),
        updated: z.number().int(),
        unchanged: z.number().int(),
        refused: z.number().int(),
        rows: z.array(z.object({ row: z.number().int(), outcome })),
      }),
    ),
    problems: z.array(importProblemSchema),
    overridden: z
      .array(overriddenLevelSchema)
      .meta({ description: "Stock levels that orders here had moved since the import before" }),
    ignored: z.array(z.string()).meta({ description: "Files and columns that mean nothing to us" }),
  })
  .meta({ id: "ImportReport" });
export type ImportReport = z.infer<typeof importReportSchema>;
