/** What the New MO form asks the service for. Pure. */
import { NO_RULES_CHOSEN, PRIORITIES } from "../../shared/wire/lines.ts";
import type { PlanRequest } from "../../shared/wire/plan.ts";
import type { NewOrderFields } from "./new-order-state.ts";

/** The form has one row. */
export const FORM_ROW = 1;

/** Somebody who types an order anew means it, whatever was made before. */
const FORM_RULES = { coveredRows: "make-anyway", overReason: "Made with the New MO form" } as const;

export type ReadPriority =
  | { readonly kind: "none" }
  | { readonly kind: "given"; readonly priority: number }
  | { readonly kind: "wrong" };

/** Only whole numbers in the allowed range: 1.9 is neither 1 nor 2. */
export function readPriority(typed: string): ReadPriority {
  const text = typed.trim();
  if (text === "") return { kind: "none" };
  const priority = /^[+-]?\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  const isAllowed = priority >= PRIORITIES.lowest && priority <= PRIORITIES.highest;
  return isAllowed ? { kind: "given", priority } : { kind: "wrong" };
}

export function requestOf(fields: NewOrderFields): PlanRequest {
  const { item, quantity, store, bom, revision, location, needDate, memo } = fields;
  const read = readPriority(fields.priority);
  const order = {
    ...(bom !== "" && { bom }),
    ...(revision !== "" && { revision }),
    ...(location !== "" && { location }),
    ...(read.kind === "given" && { priority: read.priority }),
  };
  const typed = { item, quantity, store, needDate, notes: memo };
  const line = { row: FORM_ROW, kind: "manual", document: "", line: "", ...typed, order } as const;
  return { lines: [line], rules: { ...NO_RULES_CHOSEN, ...FORM_RULES } };
}
