/** What the service and the thread that writes to its SQLite file say to each other. Answers come in the questions' order. */
import type { Columns } from "./rows-as-columns.ts";

export interface ThreadSettings {
  readonly path: string;
  /** How long a statement waits for another process that writes. */
  readonly busyMs: number;
  readonly pragmas: readonly string[];
}

export type Question =
  | { readonly kind: "statement"; readonly text: string; readonly parameters: readonly unknown[] }
  | { readonly kind: "insert"; readonly text: string; readonly columns: Columns }
  /** Also when SQLite took the transaction back by itself; after a fault in one, nothing else is done before it. */
  | { readonly kind: "rollback" }
  | { readonly kind: "close" };

export type Asked = Question & { readonly id: number };

export type Answer<Row = unknown> =
  | { readonly id: number; readonly kind: "rows"; readonly rows: Row[] }
  | { readonly id: number; readonly kind: "done"; readonly changes: number }
  | { readonly id: number; readonly kind: "fault"; readonly message: string; readonly code: string };
