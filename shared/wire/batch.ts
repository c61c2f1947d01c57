/** POST /batches: one press of Create. The key makes it happen exactly once. */
import { z } from "zod";
import { orderStatuses } from "../order/life.ts";
import { batchStates } from "../order/undo-batch.ts";
import { exactly } from "./exactly.ts";
import { linesSchema, MOST_LINES, problemSchema, rulesSchema } from "./lines.ts";

/** Born when Create is pressed and reused by every retry (R4). */
export const requestKeySchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,100}$/)
  .meta({ description: "16 to 100 letters, digits, - or _; a UUID is good" });

/** Figures that planners read, some of them lists, and a digest. */
const LONGEST_FINGERPRINT = 2_000;

export const fingerprintSchema = exactly({
  row: z.number().int(),
  fingerprint: z.string().max(LONGEST_FINGERPRINT),
});

export const batchRequestSchema = exactly({
  key: requestKeySchema,
  lines: linesSchema,
  rules: rulesSchema.default(rulesSchema.parse({})),
  fingerprints: z.array(fingerprintSchema).max(MOST_LINES).default([]).meta({
    description:
      "From the plan: rows are refused when their plan has changed since. Once one is given, all orders need theirs",
  }),
  source: exactly({
    workbook: z.string().max(300).default(""),
    sheet: z.string().max(300).default(""),
  }).default({ workbook: "", sheet: "" }),
}).meta({ id: "BatchRequest" });
export type BatchRequest = z.infer<typeof batchRequestSchema>;

export const batchRowSchema = z
  .discriminatedUnion("outcome", [
    z.object({
      outcome: z.literal("created"),
      row: z.number().int(),
      number: z.string(),
      status: z.enum(orderStatuses),
      holdReason: z.string().nullable(),
      warnings: z.array(problemSchema),
    }),
    z.object({ outcome: z.literal("refused"), row: z.number().int(), problems: z.array(problemSchema) }),
  ])
  .meta({ id: "BatchRow" });
export type BatchRow = z.infer<typeof batchRowSchema>;

export const batchSchema = z
  .object({
    number: z.string(),
    key: z.string(),
    state: z.enum(batchStates),
    created: z.number().int().meta({ description: "Rows that have an order" }),
    orders: z.number().int().meta({ description: "Orders of those rows: fewer where rows were merged" }),
    refused: z.number().int(),
    actor: z.string(),
    createdAt: z.string(),
    rows: z.array(batchRowSchema),
  })
  .meta({ id: "Batch" });
export type Batch = z.infer<typeof batchSchema>;

/** How far a press is. `unknown`: nothing was made with this key here, or not yet. */
export const pressProgressSchema = z
  .object({
    state: z.enum(["unknown", "waiting", "planning", "writing", ...batchStates]),
    done: z
      .number()
      .int()
      .meta({ description: "As many rows as the work done so far is worth; never goes back" }),
    total: z.number().int(),
  })
  .meta({ id: "PressProgress" });
export type PressProgress = z.infer<typeof pressProgressSchema>;
