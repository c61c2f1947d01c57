/**
 * One BOM revision as it stands on a day, made flat: phantoms are replaced by their own components, units are the
 * components' stock units, and every line says exactly how much of its component one of the item takes. It is
 * found once and used for every order of that revision: the quantity is all that differs between them.
 */
import { decimal, decimalText, isAboveZero, subtract, add, type Decimal } from "../quantity/decimal.ts";
import type { CalendarDate } from "../quantity/calendar-date.ts";
import { ONE, product, quotient, ratioOf, type Ratio } from "../quantity/ratio.ts";
import { conversionRatio, type Unit } from "../quantity/unit.ts";
import type { BomLineFacts, BomRevisionFacts, Facts, ItemFacts } from "../validation/facts.ts";
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";
import { chooseRevision, isValidOn } from "./choose-revision.ts";
import type { Conventions } from "./conventions.ts";
import { ALWAYS, common, narrowedBy, type ValidSpan } from "./valid-span.ts";

export interface FlatLine {
  readonly line: BomLineFacts;
  readonly component: ItemFacts;
  /** The component's stock unit, or the line's own when nothing converts it. */
  readonly unit: Unit;
  /** False when the line stays in a unit that stock is not kept in: its availability cannot be told. */
  readonly isInStockUnit: boolean;
  /** For one of the item; for the whole order when the line is fixed. Scrap is in it, nothing is rounded. */
  readonly per: Ratio;
  readonly isFixed: boolean;
  /** The phantoms it came through, outermost first. */
  readonly through: readonly ItemFacts[];
}

export interface FlatBom {
  readonly lines: readonly FlatLine[];
  readonly problems: readonly ProblemDetail[];
  /** The days on which it looks like this. */
  readonly span: ValidSpan;
}

/** `ignored`: what is taken apart gives back no scrap. */
export interface ScrapRule {
  readonly scrap: Conventions["scrap"] | "ignored";
}

interface Place {
  readonly facts: Facts;
  readonly conventions: ScrapRule;
  readonly day: CalendarDate;
  readonly revision: BomRevisionFacts;
  /** How much of this revision's item the order's item takes, and whether that is once for the order. */
  readonly per: Ratio;
  readonly isFixed: boolean;
  /** The order's item and the phantoms being blown through: meeting one of them again is a loop. */
  readonly trail: readonly ItemFacts[];
}

const HUNDRED = decimal("100");
const NOTHING: FlatBom = { lines: [], problems: [], span: ALWAYS };

export interface BomOnDay {
  readonly item: ItemFacts;
  readonly revision: BomRevisionFacts;
  readonly day: CalendarDate;
}

export function flattenBom({ item, revision, day }: BomOnDay, facts: Facts, conventions: ScrapRule): FlatBom {
  return flatten({ facts, conventions, day, revision, per: ONE, isFixed: false, trail: [item] });
}

function flatten(at: Place): FlatBom {
  const parts = at.revision.lines.map((line) => {
    const span = narrowedBy(ALWAYS, line, at.day);
    const part = isValidOn(line, at.day) ? flattenLine(line, at) : NOTHING;
    return { ...part, span: common(part.span, span) };
  });
  return {
    lines: parts.flatMap((part) => part.lines),
    problems: parts.flatMap((part) => part.problems),
    span: parts.map((part) => part.span).reduce(common, ALWAYS),
  };
}

function flattenLine(line: BomLineFacts, at: Place): FlatBom {
  const component = at.facts.items.get(line.componentId);
  if (component === undefined) return odd(line, `#${line.componentId}`, "bom-line-skipped");
  const scrap = scrapRatio(line.scrapPercent, at.conventions);
  if (!isAboveZero(line.quantity) || scrap === null) return odd(line, component.number, "bom-line-skipped");
  const ofLine = product(ratioOf(line.quantity), scrap);
  const isFixed = line.isFixed || at.isFixed;
  // A fixed line is needed once, whatever is made; inside a phantom that is needed once, everything is.
  const per = line.isFixed ? ofLine : product(at.per, quotient(ofLine, ratioOf(at.revision.outputQuantity)));
  const plain = plainLine({ line, component, per, isFixed }, at);
  return line.isPhantom ? flattenPhantom(plain, at) : withWarning(plain);
}

function plainLine(
  { line, component, per, isFixed }: Pick<FlatLine, "line" | "component" | "per" | "isFixed">,
  { facts, trail }: Place,
): FlatLine {
  const units = { from: line.unit.code, to: component.unit.code };
  const ratio = conversionRatio(facts.conversions, component.id, units);
  const through = trail.slice(1);
  if (ratio === null)
    return { line, component, unit: line.unit, isInStockUnit: false, per, isFixed, through };
  const inStockUnit = { unit: component.unit, isInStockUnit: true, per: product(per, ratio) };
  return { line, component, isFixed, through, ...inStockUnit };
}

function flattenPhantom(plain: FlatLine, at: Place): FlatBom {
  const { line, component } = plain;
  const trail = [...at.trail, component];
  if (at.trail.some((item) => item.id === component.id)) return loop(trail);
  const revision = chooseRevision(component, at.day);
  const span = component.bomRevisions.reduce((sofar, one) => narrowedBy(sofar, one, at.day), ALWAYS);
  if (revision === null || !plain.isInStockUnit) {
    const kept = odd(line, component.number, "phantom-not-exploded");
    return { ...kept, lines: [plain], span };
  }
  const inside = flatten({ ...at, revision, per: plain.per, isFixed: plain.isFixed, trail });
  return { ...inside, span: common(inside.span, span) };
}

/** Null when scrap leaves nothing over: 100 % of what is put in. */
function scrapRatio(percent: Decimal, { scrap }: ScrapRule): Ratio | null {
  if (scrap === "ignored") return ONE;
  const hundred = ratioOf(HUNDRED);
  if (scrap === "added") return quotient(ratioOf(add(HUNDRED, percent)), hundred);
  const kept = subtract(HUNDRED, percent);
  return isAboveZero(kept) ? quotient(hundred, ratioOf(kept)) : null;
}

function loop(trail: readonly ItemFacts[]): FlatBom {
  const value = trail.at(-1)?.number ?? "";
  const params = { loop: trail.map((item) => item.number).join(" → ") };
  return { ...NOTHING, problems: [problemAt({ field: "item", value }, "bom-cycle", { params })] };
}

function withWarning(plain: FlatLine): FlatBom {
  if (plain.isInStockUnit) return { ...NOTHING, lines: [plain] };
  const { line, component } = plain;
  const params = { component: component.number, unit: line.unit.code, stockUnit: component.unit.code };
  const at = { field: "item", value: component.number } as const;
  const problem = problemAt(at, "unit-not-converted", { severity: "warning", params });
  return { ...NOTHING, lines: [plain], problems: [problem] };
}

/** An odd line is reported and never cuts off the ones after it (R16). */
function odd(line: BomLineFacts, component: string, code: ProblemCode): FlatBom {
  const params = { component, position: String(line.position), quantity: decimalText(line.quantity) };
  const problem = problemAt({ field: "item", value: component }, code, { severity: "warning", params });
  return { ...NOTHING, problems: [problem] };
}
