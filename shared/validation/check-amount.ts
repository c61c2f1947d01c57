/** How much a row asks for, in its item's stock unit: rows may give their quantity in another one (R48). */
import { compare, decimalText, type Decimal } from "../quantity/decimal.ts";
import { product, ratioOf, ratioText, timesRoundedDown, timesRoundedUp } from "../quantity/ratio.ts";
import type { DraftLine } from "../row/draft-line.ts";
import { problemAt, type ProblemDetail } from "../row/problem.ts";
import {
  checkQuantity,
  isTooLarge,
  readQuantity,
  roundedWarning,
  roundToUnit,
  tooLarge,
} from "./check-quantity.ts";
import type { ItemFacts } from "./facts.ts";
import type { NamedUnit, RowUnits } from "./row-units.ts";

export interface Amount {
  readonly ok: true;
  /** Rounded up to the unit's decimals. */
  readonly quantity: Decimal;
  /** As it was asked for, where it was rounded. */
  readonly exact: Decimal | null;
  readonly warnings: readonly ProblemDetail[];
}

export type CheckedAmount = Amount | { readonly ok: false; readonly problems: readonly ProblemDetail[] };

type Asked = Pick<DraftLine, "quantity" | "unit">;

/** `item`: null when it is not known, and with it what its unit is. */
export function checkAmount(asked: Asked, item: ItemFacts | null, units: RowUnits): CheckedAmount {
  const unit = asked.unit?.trim() ?? "";
  if (unit === "" || item === null) return inStockUnit(asked.quantity, item);
  const named = units.find(unit, item);
  if (named === null) return unknownUnit(asked, item, units);
  return named.code === item.unit.code
    ? inStockUnit(asked.quantity, item)
    : converted(asked.quantity, item, named);
}

function inStockUnit(text: string, item: ItemFacts | null): CheckedAmount {
  const read = checkQuantity(text);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  if (item === null) return { ok: true, quantity: read.quantity, exact: null, warnings: [] };
  const { quantity, warnings } = roundToUnit(read.quantity, item.unit);
  return { ok: true, quantity, exact: warnings.length === 0 ? null : read.quantity, warnings };
}

/** Thirds and sevenths have no last decimal. Cut here, so that three thirds are never more than one. */
const MOST_DECIMALS = 12;

function converted(text: string, item: ItemFacts, { code, ratio }: NamedUnit): CheckedAmount {
  const read = readQuantity(text);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const { unit, number } = item;
  const quantity = timesRoundedUp(read.quantity, ratio, unit.decimals);
  const exact = timesRoundedDown(read.quantity, ratio, MOST_DECIMALS);
  const asked = ratioText(product(ratioOf(read.quantity), ratio));
  if (isTooLarge(quantity))
    return { ok: false, problems: [tooLarge(`${decimalText(quantity)} ${unit.code}`)] };
  const params = {
    quantity: decimalText(read.quantity),
    from: code,
    converted: asked,
    unit: unit.code,
    item: number,
  };
  const told = problemAt({ field: "unit", value: code }, "unit-converted", { severity: "warning", params });
  if (compare(exact, quantity) === 0) return { ok: true, quantity, exact: null, warnings: [told] };
  return { ok: true, quantity, exact, warnings: [told, roundedWarning(asked, quantity, unit)] };
}

const MOST_OFFERED = 10;

function unknownUnit({ quantity, unit = "" }: Asked, item: ItemFacts, units: RowUnits): CheckedAmount {
  const read = readQuantity(quantity);
  const offered = units.offered(item);
  const named = [...offered.slice(0, MOST_OFFERED), ...(offered.length > MOST_OFFERED ? ["…"] : [])];
  const params = { item: item.number, unit: item.unit.code, units: named.join(", ") };
  const unknown = problemAt({ field: "unit", value: unit.trim() }, "quantity-unit-unknown", { params });
  return { ok: false, problems: [...(read.ok ? [] : [read.problem]), unknown] };
}
