/** Changes of an order's materials, line by line: set, replaced, added, removed; all of them, or none. */
import { compare, decimalText, isAboveZero, parseDecimal, type Decimal } from "../quantity/decimal.ts";
import { codeKey, type Facts, type ItemFacts } from "../validation/facts.ts";
import { consumesItself, type Made } from "./consumes-itself.ts";
import { isUnfinished, type OrderState } from "./life.ts";
import { aimAt, type LineText } from "./line-aim.ts";
import {
  lineRefusalSentence,
  type LineField,
  type LineRefusal,
  type RefusedLine,
} from "./material-refusals.ts";
import { originOf, scaledQuantity, type LineAim, type MaterialEdit } from "./own-materials.ts";
import { refuse, type Refused } from "./refusals.ts";

export interface MaterialLine {
  readonly position: number;
  readonly itemId: number;
  readonly item: string;
  readonly unit: string;
  readonly decimals: number;
  /** For the whole order. */
  readonly quantity: Decimal;
  readonly issued: Decimal;
  readonly isFixed: boolean;
}

/** A line as it was seen and as it is to be, null when it is to go; without a position it is a new one. */
export type LineChange =
  | { readonly position: number; readonly from: LineText; readonly to: LineText | null }
  | { readonly position?: undefined; readonly to: LineText };

export interface Materials {
  readonly lines: readonly MaterialLine[];
  readonly edits: readonly MaterialEdit[];
}

export interface LineTold {
  readonly item: string;
  readonly quantity: string;
  readonly unit: string;
}

/** What became of one line. */
export interface ToldChange {
  readonly was: LineTold | null;
  readonly is: LineTold | null;
}

export interface OrderOfLines extends Made {
  readonly quantity: Decimal;
}

export interface Changing {
  readonly order: OrderOfLines;
  readonly facts: Facts;
  readonly by: string;
  readonly at: string;
}

export type ChangedMaterials =
  Refused | { readonly ok: true; readonly after: Materials; readonly told: readonly ToldChange[] };

/** While work is to be done; what is taken apart gives back what its bill of materials says. */
export function mayChangeMaterials({ status, type }: OrderState): Refused | null {
  return isUnfinished(status) && type === "manufacture" ? null : refuse("wrong-status");
}

export function changeMaterials(
  now: Materials,
  changes: readonly LineChange[],
  context: Changing,
): ChangedMaterials {
  let after = now;
  const told: ToldChange[] = [];
  const refused: RefusedLine[] = [];
  for (const [line, change] of changes.entries()) {
    const step = changeLine(after, change, context);
    if (!step.ok) refused.push(...step.refusals.map((refusal) => ({ ...refusal, line })));
    else if (step.told !== null) {
      after = step.after;
      told.push(step.told);
    }
  }
  const [first] = refused;
  if (first !== undefined) {
    const params = { why: lineRefusalSentence(first), more: String(refused.length - 1) };
    return { ...refuse("materials-refused", params), lines: refused };
  }
  return told.length === 0 ? refuse("nothing-changed") : { ok: true, after, told };
}

type Step =
  | { readonly ok: false; readonly refusals: readonly LineRefusal[] }
  | { readonly ok: true; readonly after: Materials; readonly told: ToldChange | null };

function changeLine(now: Materials, change: LineChange, context: Changing): Step {
  if (change.position === undefined) return setLine({ now, line: null, text: change.to }, context);
  const line = now.lines.find(({ position }) => position === change.position);
  if (line === undefined) {
    const value = String(change.position);
    return { ok: false, refusals: [{ field: "position", code: "position-unknown", value, params: {} }] };
  }
  const conflict = conflictAt(line, change.from, change.to);
  if (conflict !== null) return { ok: false, refusals: [conflict] };
  return change.to === null
    ? removeLine(now, line, context)
    : setLine({ now, line, text: change.to }, context);
}

/** A line that somebody made what is wanted is no conflict (R61). */
function conflictAt(line: MaterialLine, from: LineText, to: LineText | null): LineRefusal | null {
  const is = { item: line.item, quantity: decimalText(line.quantity), unit: line.unit };
  for (const field of ["item", "quantity", "unit"] as const) {
    const [seen, wanted] = [from[field] ?? is[field], to?.[field]];
    if (isSame(field, seen, is[field]) || isSame(field, wanted ?? seen, is[field])) continue;
    return { field, code: "line-changed", value: wanted ?? "", params: { from: seen, now: is[field] } };
  }
  return null;
}

function isSame(field: LineField, left: string, right: string): boolean {
  const [one, other] = [parseDecimal(left.trim()), parseDecimal(right.trim())];
  if (field !== "quantity" || one === null || other === null) return codeKey(left) === codeKey(right);
  return compare(one, other) === 0;
}

function removeLine(now: Materials, line: MaterialLine, { by, at }: Changing): Step {
  if (isAboveZero(line.issued)) return { ok: false, refusals: [outAlready(line, "")] };
  const { position } = line;
  const lines = now.lines.filter((one) => one !== line);
  const before = now.edits.find((edit) => edit.position === position);
  const others = now.edits.filter((edit) => edit !== before);
  const origin = before === undefined ? originOf(line, now) : before.origin;
  // A line that was added is as if it had never been.
  const edits = origin === null ? others : [...others, { origin, position, to: null, by, at }];
  return { ok: true, after: { lines, edits }, told: { was: toldLine(line), is: null } };
}

function outAlready({ item, issued, unit }: MaterialLine, value: string): LineRefusal {
  const params = { item, issued: decimalText(issued), unit };
  return { field: "item", code: "material-issued", value, params };
}

interface Setting {
  readonly now: Materials;
  /** Null for a new one. */
  readonly line: MaterialLine | null;
  readonly text: LineText;
}

function setLine({ now, line, text }: Setting, context: Changing): Step {
  const { order, facts, by, at } = context;
  const aimed = aimAt(text, { line, order, facts });
  if (!aimed.ok) return aimed;
  const { aim, item } = aimed;
  const refusals = refusalsOf({ line, text }, { aim, item }, context);
  if (refusals.length > 0) return { ok: false, refusals };
  const quantity = scaledQuantity(aim, order.quantity);
  const { unit, decimals } = aim.inStock;
  const isSameItem = line?.itemId === item.id;
  if (line !== null && isSameItem && line.unit === unit && compare(line.quantity, quantity) === 0)
    return { ok: true, after: now, told: null };
  const position = line?.position ?? nextPosition(now);
  const issued = line?.issued ?? { units: 0n, scale: 0 };
  const set: MaterialLine = {
    position,
    itemId: item.id,
    item: item.number,
    unit,
    decimals,
    quantity,
    issued,
    isFixed: aim.isFixed,
  };
  const before = now.edits.find((edit) => edit.position === position);
  const origin = line === null ? null : before === undefined ? originOf(line, now) : before.origin;
  const edits = [...now.edits.filter((edit) => edit !== before), { origin, position, to: aim, by, at }];
  const lines = [...now.lines.filter((one) => one !== line), set].toSorted(
    (left, right) => left.position - right.position,
  );
  const was = line === null ? null : toldLine(line);
  return { ok: true, after: { lines, edits }, told: { was, is: toldLine(set) } };
}

interface Aimed {
  readonly aim: LineAim;
  readonly item: ItemFacts;
}

function refusalsOf(
  { line, text }: Pick<Setting, "line" | "text">,
  { aim, item }: Aimed,
  { order, facts }: Changing,
): readonly LineRefusal[] {
  const value = text.item.trim();
  const loop = consumesItself(item, order, facts);
  if (loop !== null)
    return [{ field: "item", code: "consumes-itself", value, params: { loop: loop.join(" → ") } }];
  if (line === null || !isAboveZero(line.issued)) return [];
  if (line.itemId !== item.id) return [outAlready(line, value)];
  if (compare(scaledQuantity(aim, order.quantity), line.issued) >= 0) return [];
  const params = { issued: decimalText(line.issued), unit: line.unit };
  return [{ field: "quantity", code: "below-issued", value: text.quantity.trim(), params }];
}

function nextPosition({ lines, edits }: Materials): number {
  return 1 + Math.max(0, ...[...lines, ...edits].map(({ position }) => position ?? 0));
}

function toldLine({ item, quantity, unit }: MaterialLine): LineTold {
  return { item, quantity: decimalText(quantity), unit };
}
