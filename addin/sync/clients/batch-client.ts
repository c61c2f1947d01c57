/** The history of batches as the pane asks the service for it. */
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
} from "../../../shared/wire/batch-history.ts";
import { queryText, type Asked, type Http } from "./http.ts";

export interface BatchClient {
  list(query: Partial<BatchListQuery>): Promise<Asked<BatchPage>>;
  summary(number: string): Promise<Asked<BatchSummary>>;
  /** The rows after this one. */
  lines(number: string, after: number): Promise<Asked<BatchLines>>;
  previewUndo(number: string): Promise<Asked<BatchUndo>>;
  undo(number: string, reason: string): Promise<Asked<BatchUndo>>;
}

const LINES_A_PAGE = 1000;

export function createBatchClient({ get, post }: Http): BatchClient {
  const of = (number: string): string => `/batches/${encodeURIComponent(number)}`;
  const long = { limit: "long" } as const;
  return {
    list: (query) => get(`/batches?${queryText(query)}`, batchPageSchema),
    summary: (number) => get(`${of(number)}/summary`, batchSummarySchema),
    lines: (number, after) =>
      get(`${of(number)}/rows?${queryText({ after, limit: LINES_A_PAGE })}`, batchLinesSchema),
    previewUndo: (number) => get(`${of(number)}/undo`, batchUndoSchema, long),
    undo: (number, reason) => post({ path: `${of(number)}/undo`, body: { reason } }, batchUndoSchema, long),
  };
}
