/** Changes of single fields, each with what was seen: refused only when that very field is another by now (R61). */
import { isCalendarDate, type CalendarDate } from "../quantity/calendar-date.ts";
import { add, compare, decimalText, isAboveZero, parseDecimal, type Decimal } from "../quantity/decimal.ts";
import { problemSentence } from "../row/problem-sentences.ts";
import { checkQuantity } from "../validation/check-quantity.ts";
import { codeKey } from "../validation/facts.ts";
import { isUnfinished, type OrderState } from "./life.ts";
import { refuse, type Refused } from "./refusals.ts";
import type { Production } from "./report-production.ts";

export const amendableFields = ["quantity", "needDate", "priority", "memo", "store", "revision"] as const;
export type AmendableField = (typeof amendableFields)[number];

type FieldValue = string | number | null;

export type FieldsNow = Readonly<Record<AmendableField, FieldValue>>;

export type Edits = {
  readonly [Field in AmendableField]?: { readonly from: FieldValue; readonly to: FieldValue } | undefined;
};

export type Wanted = Refused | { readonly ok: true; readonly fields: readonly AmendableField[] };

/** The fields that become others; a field that somebody made what is wanted is no conflict. */
export function wantedFields(edits: Edits, now: FieldsNow, state: OrderState): Wanted {
  const named = amendableFields.filter((field) => edits[field] !== undefined);
  const conflict = named.find((field) => isConflict(field, edits, now));
  if (conflict !== undefined) {
    const [from, is] = [shown(edits[conflict]?.from ?? null), shown(now[conflict])];
    return refuse("field-changed", { field: conflict, from, now: is });
  }
  const fields = named.filter((field) => !isSame(field, edits[field]?.to ?? null, now[field]));
  if (fields.length === 0) return refuse("nothing-changed");
  if (fields.some((field) => field !== "memo") && !isUnfinished(state.status)) return refuse("wrong-status");
  const moved = fields.find((field) => field === "store" || field === "revision");
  if (moved !== undefined && (state.hasIssued || state.hasProduced))
    return refuse("not-before-start", { field: moved });
  return { ok: true, fields };
}

function isConflict(field: AmendableField, edits: Edits, now: FieldsNow): boolean {
  const edit = edits[field];
  if (edit === undefined) return false;
  return !isSame(field, edit.from, now[field]) && !isSame(field, edit.to, now[field]);
}

/** Quantities are the same when they are worth the same, codes without regard to case; a memo letter by letter. */
function isSame(field: AmendableField, left: FieldValue, right: FieldValue): boolean {
  if (typeof left !== "string" || typeof right !== "string") return left === right;
  if (field === "store" || field === "revision") return codeKey(left) === codeKey(right);
  const [one, other] = [parseDecimal(left.trim()), parseDecimal(right.trim())];
  if (field !== "quantity" || one === null || other === null) return left === right;
  return compare(one, other) === 0;
}

function shown(value: FieldValue): string {
  return value === null || value === "" ? "empty" : String(value);
}

/** What is typed as an order's new need date; null takes it away. */
export function amendedNeedDate(text: string | null): { readonly needDate: CalendarDate | null } | Refused {
  if (text === null) return { needDate: null };
  const needDate = text.trim();
  return isCalendarDate(needDate) ? { needDate } : refuse("need-date-unreadable", { value: text });
}

export interface Measured extends Production {
  readonly unit: string;
  readonly decimals: number;
}

/** What is typed as an order's new quantity. */
export function amendedQuantity(order: Measured, text: string): Decimal | Refused {
  const { unit, decimals } = order;
  const quantity = parseDecimal(text.trim());
  if (quantity === null || !isAboveZero(quantity) || quantity.scale > decimals)
    return refuse("quantity-unreadable", { value: text, unit, decimals: String(decimals) });
  const checked = checkQuantity(text);
  if (!checked.ok) return refuse("cannot-be-planned", { why: problemSentence(checked.problem).message });
  const reported = add(order.produced, order.scrapped);
  if (compare(quantity, reported) < 0) return refuse("below-produced", { produced: decimalText(reported) });
  return quantity;
}
