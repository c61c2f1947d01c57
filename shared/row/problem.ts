/** What is wrong with a row, as data. The sentences for people are in problem-sentences.ts. */
import type { DraftField } from "./draft-line.ts";

/** The codes are the contract with other systems: they are added to, never renamed. */
export const problemCodes = [
  "item-missing",
  "item-unknown",
  "item-ambiguous",
  "item-inactive",
  "item-code-damaged",
  "item-not-made",
  "bom-missing",
  "bom-not-valid",
  "bom-cycle",
  "bom-line-skipped",
  "phantom-not-exploded",
  "unit-not-converted",
  "takes-too-long",
  "quantity-missing",
  "quantity-unreadable",
  "quantity-zero",
  "quantity-negative",
  "quantity-too-large",
  "component-too-large",
  "quantity-rounded",
  "store-missing",
  "store-unknown",
  "store-not-making",
  "need-date-unreadable",
  "need-date-ambiguous",
  "need-date-past",
  "need-date-moved",
  "late",
  "text-too-long",
  "field-ignored",
  "field-unreadable",
  "cell-error",
  "duplicate-row",
  "already-made",
  "order-number-damaged",
  "plan-changed",
  "press-cancelled",
  "press-refused",
  "bom-unknown",
  "revision-unknown",
  "revision-ambiguous",
  "location-unknown",
  "demand-closed",
  "line-of-other-item",
  "line-unknown",
  "line-ambiguous",
  "line-unit-unknown",
  "already-covered",
  "quantity-reduced",
  "over-covered",
  "dynamic-needs-line",
  "document-ambiguous",
  "unit-converted",
  "quantity-unit-unknown",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  readonly row: number;
  readonly field: DraftField;
  readonly code: ProblemCode;
  /** An error stops its row; a warning is shown and the row goes through. */
  readonly severity: "error" | "warning";
  /** The value as the sender sees it. */
  readonly value: string;
  /** Figures for the sentence, such as the other row of a duplicate. */
  readonly params: Readonly<Record<string, string>>;
}

/** A problem before it is known which row it belongs to. */
export type ProblemDetail = Omit<Problem, "row">;

interface ProblemExtras {
  readonly severity?: Problem["severity"];
  readonly params?: Problem["params"];
}

/** An error at `field` unless said otherwise. `value` is what the sender wrote there. */
export function problemAt(
  { field, value }: { readonly field: DraftField; readonly value: string },
  code: ProblemCode,
  { severity = "error", params = {} }: ProblemExtras = {},
): ProblemDetail {
  return { field, code, severity, value, params };
}
