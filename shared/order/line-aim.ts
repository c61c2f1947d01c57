/** What is typed for a material line, read: which component, how much of it, in which unit. */
import type { Decimal } from "../quantity/decimal.ts";
import { ONE, type Ratio } from "../quantity/ratio.ts";
import { conversionRatio } from "../quantity/unit.ts";
import { checkItemInUse } from "../validation/check-item.ts";
import { checkQuantity } from "../validation/check-quantity.ts";
import { codeKey, type Facts, type ItemFacts } from "../validation/facts.ts";
import type { ProblemDetail } from "../row/problem.ts";
import type { LineField, LineRefusal } from "./material-refusals.ts";
import type { InStock, LineAim } from "./own-materials.ts";

export interface LineText {
  readonly item: string;
  readonly quantity: string;
  /** The line's own, or the item's, when it is left out. */
  readonly unit?: string | undefined;
}

interface LineNow {
  readonly itemId: number;
  readonly unit: string;
  readonly decimals: number;
  readonly isFixed: boolean;
}

interface AimedFor {
  /** Null for a new one. */
  readonly line: LineNow | null;
  readonly order: { readonly quantity: Decimal };
  readonly facts: Facts;
}

export type Aim =
  | { readonly ok: true; readonly aim: LineAim; readonly item: ItemFacts }
  | { readonly ok: false; readonly refusals: readonly LineRefusal[] };

/** All that is wrong with it is named at once. */
export function aimAt(text: LineText, { line, order, facts }: AimedFor): Aim {
  const checked = checkItemInUse(text.item, facts);
  const quantity = checkQuantity(text.quantity);
  const wrong = quantity.ok ? [] : [asRefusal("quantity", quantity.problem)];
  if (!checked.ok) return { ok: false, refusals: [asRefusal("item", checked.problem), ...wrong] };
  const { item } = checked;
  const same = line?.itemId === item.id ? line : null;
  const typed = text.unit?.trim() ?? "";
  const wanted = typed === "" ? (same?.unit ?? item.unit.code) : typed;
  const found = unitFor(wanted, item, { same, facts });
  if (found === null) {
    const params = { component: item.number, unit: wanted, stockUnit: item.unit.code };
    const refusal = { field: "unit", code: "unit-not-converted", value: wanted, params } as const;
    return { ok: false, refusals: [refusal, ...wrong] };
  }
  if (!quantity.ok) return { ok: false, refusals: wrong };
  const { inStock } = found;
  if (found.unit === inStock.unit && quantity.quantity.scale > inStock.decimals) {
    const params = { unit: found.unit, decimals: String(inStock.decimals) };
    const value = text.quantity.trim();
    return { ok: false, refusals: [{ field: "quantity", code: "quantity-too-fine", value, params }] };
  }
  const aim: LineAim = {
    itemId: item.id,
    quantity: quantity.quantity,
    unit: found.unit,
    of: order.quantity,
    inStock,
    isFixed: line?.isFixed ?? false,
  };
  return { ok: true, aim, item };
}

interface FoundUnit {
  readonly unit: string;
  readonly inStock: InStock;
}

/** Null when nothing says how the unit becomes the one the component is kept in. */
function unitFor(
  typed: string,
  item: ItemFacts,
  { same, facts }: { readonly same: LineNow | null; readonly facts: Facts },
): FoundUnit | null {
  const { code, decimals } = item.unit;
  const known = [code, ...facts.conversions.flatMap(({ from, to }) => [from, to])];
  const unit = known.find((one) => codeKey(one) === codeKey(typed));
  const ratio =
    unit === undefined ? null : conversionRatio(facts.conversions, item.id, { from: unit, to: code });
  if (unit !== undefined && ratio !== null) return { unit, inStock: inUnit(code, decimals, ratio) };
  // A line that was never in the stock unit stays in its own.
  if (same === null || codeKey(same.unit) !== codeKey(typed)) return null;
  return { unit: same.unit, inStock: inUnit(same.unit, same.decimals, ONE) };
}

function inUnit(unit: string, decimals: number, ratio: Ratio): InStock {
  return { unit, decimals, ratio };
}

function asRefusal(field: LineField, { code, value, params }: ProblemDetail): LineRefusal {
  return { field, code, value, params };
}
