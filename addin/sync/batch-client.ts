/** The history of batches as the pane asks the service for it. */
import type { z } from "zod";
import {
  batchLinesSchema,
  batchPageSchema,
  batchSummarySchema,
  batchUndoSchema,
  type BatchLines,
  type BatchListQuery,
  type BatchPage,
  type BatchSummary,
  type BatchUndo,
} from "../../shared/wire/batch-history.ts";
import { ask, type Asked } from "./service-client.ts";

export interface BatchClient {
  list(query: Partial<BatchListQuery>): Promise<Asked<BatchPage>>;
  summary(number: string): Promise<Asked<BatchSummary>>;
  /** The rows after this one. */
  lines(number: string, after: number): Promise<Asked<BatchLines>>;
  previewUndo(number: string): Promise<Asked<BatchUndo>>;
  undo(number: string, reason: string): Promise<Asked<BatchUndo>>;
}

const LINES_A_PAGE = 1000;

/** `base`: where the API is, such as "https://planner.example/api/v1". */
export function createBatchClient(base: string): BatchClient {
  const get = <Answer>(path: string, schema: z.ZodType<Answer>) => ask(fetch(base + path), schema);
  const of = (number: string): string => `/batches/${encodeURIComponent(number)}`;
  return {
    list: (query) => get(`/batches?${parameters(query)}`, batchPageSchema),
    summary: (number) => get(`${of(number)}/summary`, batchSummarySchema),
    lines: (number, after) =>
      get(`${of(number)}/rows?${parameters({ after, limit: LINES_A_PAGE })}`, batchLinesSchema),
    previewUndo: (number) => get(`${of(number)}/undo`, batchUndoSchema),
    undo: (number, reason) => {
      const headers = { "content-type": "application/json" };
      const request = { method: "POST", headers, body: JSON.stringify({ reason }) };
      return ask(fetch(`${base}${of(number)}/undo`, request), batchUndoSchema);
    },
  };
}

function parameters(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value));
  return given.toString();
}
