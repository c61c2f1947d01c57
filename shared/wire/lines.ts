/** Rows on their way in, and problems on their way out: used by plans and batches alike. */
import { z } from "zod";
import { mergeRules } from "../planning/merge-demand.ts";
import { decimalFromNumber, decimalText } from "../quantity/decimal.ts";
import { demandKinds, draftFields } from "../row/draft-line.ts";
import { exactly } from "./exactly.ts";
import { problemCodes, type Problem } from "../row/problem.ts";
import { problemSentence } from "../row/problem-sentences.ts";

/** One job may hold this many rows (R25). */
export const MOST_LINES = 20_000;

/** What an order's priority may be; the higher, the more pressing. */
export const PRIORITIES = { lowest: -999, highest: 999 } as const;
export const prioritySchema = z.number().int().min(PRIORITIES.lowest).max(PRIORITIES.highest);

/** Of any length here: too long is a problem of its row, which the check of rows names (R64). */
const text = z.string();

/** Numbers are welcome as a convenience; 15 digits of them are believed (R48). */
const quantityText = z.union([text, z.number().transform(numberAsText)]);

/** Empty says nothing, as a row without it: of two such presses one is the repetition of the other (R1). */
const unitText = text.transform((unit) => (unit.trim() === "" ? undefined : unit));

export const choicesSchema = z.object({
  bom: text.optional().meta({ description: "By name; its revision that is valid when work begins is taken" }),
  revision: text.optional().meta({ description: "Of that BOM, or of the only one that has it" }),
  location: text.optional().meta({ description: "Where the product goes, by code" }),
  priority: prioritySchema.optional(),
});

/** Other fields are ignored and listed: a neighbour that says more than we ask for can do so (R58). */
export const lineSchema = z
  .object({
    row: z.number().int().positive().meta({ description: "Your number for the row; every answer names it" }),
    kind: z.enum(demandKinds).default("manual"),
    item: text.default("").meta({ description: "Item number or alias, as text" }),
    quantity: quantityText.default("").meta({ description: "How many to make, as decimal text" }),
    unit: unitText.optional().meta({
      description:
        "Of the quantity, by code or description; left out or empty, the item's stock unit. Another unit is converted, and the row is told (unit-converted), or refused (quantity-unit-unknown)",
    }),
    store: text.default("").meta({ description: "Store code or name; empty takes the default store" }),
    needDate: text.default("").meta({ description: "Calendar date, best as YYYY-MM-DD" }),
    document: text.default("").meta({ description: "The document that wants it" }),
    line: text.default("").meta({ description: "That document's line" }),
    notes: text.default("").meta({ description: "The order's memo" }),
    order: z
      .union([choicesSchema, z.null().transform(() => undefined)])
      .optional()
      .meta({ description: "What is decided about the order itself; the usual rules decide the rest" }),
  })
  .meta({ id: "Line" });

export type WireLine = z.infer<typeof lineSchema>;

export const SAME_ROW_TWICE = "Each row number may be used once";

export function rowsDiffer(lines: readonly WireLine[]): boolean {
  return new Set(lines.map((line) => line.row)).size === lines.length;
}

export const linesSchema = z
  .array(lineSchema)
  .min(1)
  .max(MOST_LINES)
  .refine(rowsDiffer, { message: SAME_ROW_TWICE });

export const rulesSchema = exactly({
  dateOrder: z.enum(["month-first", "day-first"]).nullable().default(null),
  pastNeedDates: z.enum(["refuse", "as-soon-as-possible"]).default("refuse"),
  duplicateRows: z.enum(["refuse", "keep"]).default("refuse"),
  subAssemblies: z.enum(["take-from-stock", "make"]).default("take-from-stock").meta({
    description: "Missing sub-assemblies: left to stock, or made by orders of their own",
  }),
  link: z.enum(["regular", "dynamic"]).default("regular").meta({
    description:
      "Regular orders stay as they were made; dynamic ones follow the line of their sales order until they are released",
  }),
  merge: z.enum(mergeRules).default("none").meta({
    description: "Which rows become one order; each keeps its share",
  }),
  coveredRows: z.enum(["refuse", "make-remaining", "make-anyway"]).default("refuse").meta({
    description: "Rows whose line has orders already: refused, cut to what is left, or made for a reason",
  }),
  overReason: z.string().max(200).default("").meta({ description: "Why more is made than is wanted" }),
  capacity: z.enum(["infinite", "finite"]).default("infinite").meta({
    description: "Whether work centers take any load, or work waits for its turn",
  }),
}).meta({ id: "Rules", description: "The choices of one press" });
export type Rules = z.infer<typeof rulesSchema>;

export const NO_RULES_CHOSEN: Rules = rulesSchema.parse({});

export const problemSchema = z
  .object({
    row: z.number().int(),
    field: z.enum(draftFields),
    code: z.enum(problemCodes),
    severity: z.enum(["error", "warning"]),
    value: z.string(),
    params: z.record(z.string(), z.string()),
    message: z.string().meta({ description: "English sentence; programs rely on the code" }),
    fix: z.string(),
  })
  .meta({ id: "RowProblem" });
export type WireProblem = z.infer<typeof problemSchema>;

export function toWireProblem(problem: Problem): WireProblem {
  return { ...problem, params: { ...problem.params }, ...problemSentence(problem) };
}

function numberAsText(number: number): string {
  const value = decimalFromNumber(number);
  return value === null ? String(number) : decimalText(value);
}
