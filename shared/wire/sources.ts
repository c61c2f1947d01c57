/** GET /sources/…: rows the planner can have as a sheet. */
import { z } from "zod";
import { exactly } from "./exactly.ts";

export const sourceNames = [
  "short-inventory-planner",
  "item-inventory-snapshot",
  "sales-order-lines",
  "purchase-order-lines",
] as const;
export type SourceName = (typeof sourceNames)[number];

const yes = z.enum(["true", "false"]).default("false");

export const sourceQuerySchema = exactly({
  store: z.string().optional().meta({ description: "Store code; all stores when left out" }),
  document: z.string().optional().meta({ description: "Number of one order; of lines of orders only" }),
  items: z.enum(["all", "purchasable", "manufacturable"]).default("all"),
  hideSufficient: yes.meta({ description: "Leave out what nothing is to be ordered of" }),
  includeReorderData: yes.meta({ description: "Suggest by reorder point and quantity" }),
});
export type SourceQuery = z.infer<typeof sourceQuerySchema>;

export const cellTypes = ["text", "number", "date"] as const;

/** Twenty thousand rows are looked through in a few milliseconds; a schema for each cell would hold up the pane. */
const rowsSchema = z.custom<string[][]>(areTexts, "rows of texts").meta({
  type: "array",
  items: { type: "array", items: { type: "string" } },
  description: "Amounts as decimal text, days as YYYY-MM-DD",
});

function areTexts(rows: unknown): boolean {
  const isRow = (row: unknown): boolean =>
    Array.isArray(row) && row.every((cell) => typeof cell === "string");
  return Array.isArray(rows) && rows.every(isRow);
}

export const sourceSchema = z
  .object({
    source: z.enum(sourceNames),
    columns: z.array(
      z.object({
        heading: z.string(),
        type: z.enum(cellTypes),
        isTyped: z.boolean().meta({ description: "Left to the planner: a refresh does not touch it" }),
      }),
    ),
    key: z.array(z.number().int()).meta({ description: "The columns that tell a row from all others" }),
    rows: rowsSchema,
  })
  .meta({ id: "Source" });
export type Source = z.infer<typeof sourceSchema>;

export const toOrderSchema = z
  .object({
    item: z.string(),
    store: z.string(),
    toOrder: z.string(),
    projected: z.string(),
    steps: z.array(z.string()).meta({ description: "English sentences that add up" }),
  })
  .meta({ id: "ToOrder" });
