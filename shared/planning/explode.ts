/**
 * One level of a BOM to the materials of an order, in the BOM's own line order. Phantom lines are blown through
 * to their components. Nothing is rounded before the end: 3 of 7 is kept as 3 over 7 through every phantom.
 */
import {
  add,
  compare,
  decimal,
  decimalText,
  divideRoundingUp,
  multiply,
  ZERO,
  type Decimal,
} from "../quantity/decimal.ts";
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { BomLineFacts, BomRevisionFacts, Facts, ItemFacts } from "../validation/facts.ts";
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";
import { chooseRevision, isValidOn } from "./choose-revision.ts";
import type { PlannedMaterial } from "./planned-order.ts";

export interface Explosion {
  readonly materials: readonly PlannedMaterial[];
  readonly problems: readonly ProblemDetail[];
}

export interface ExplosionOf {
  readonly item: ItemFacts;
  readonly revision: BomRevisionFacts;
  readonly quantity: Decimal;
  readonly day: CalendarDate;
}

/** An exact share: so many runs of a BOM revision, as a fraction. */
interface Runs {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

interface Walk {
  readonly facts: Facts;
  readonly day: CalendarDate;
  readonly revision: BomRevisionFacts;
  readonly runs: Runs;
  /** The items being blown through, outermost first: meeting one of them again is a loop. */
  readonly trail: readonly ItemFacts[];
}

const HUNDRED = decimal("100");

export function explode(order: ExplosionOf, facts: Facts): Explosion {
  const runs = { numerator: order.quantity, denominator: order.revision.outputQuantity };
  const found = walk({ facts, day: order.day, revision: order.revision, runs, trail: [order.item] });
  return {
    materials: found.materials.map((material, index) => ({ ...material, position: index + 1 })),
    problems: found.problems,
  };
}

function walk(at: Walk): Explosion {
  const valid = at.revision.lines.filter((line) => isValidOn(line, at.day));
  const parts = valid.map((line) => explodeLine(line, at));
  return {
    materials: parts.flatMap((part) => part.materials),
    problems: parts.flatMap((part) => part.problems),
  };
}

function explodeLine(line: BomLineFacts, at: Walk): Explosion {
  const component = at.facts.items.get(line.componentId);
  if (component === undefined) return odd(line, `#${line.componentId}`, "bom-line-skipped");
  if (compare(line.quantity, ZERO) <= 0) return odd(line, component.number, "bom-line-skipped");
  const needed = neededRuns(line, at.runs);
  if (!line.isPhantom) return { materials: [material(line, component, needed)], problems: [] };
  return explodePhantom({ line, component, needed }, at);
}

interface PhantomLine {
  readonly line: BomLineFacts;
  readonly component: ItemFacts;
  readonly needed: Runs;
}

function explodePhantom({ line, component, needed }: PhantomLine, at: Walk): Explosion {
  const trail = [...at.trail, component];
  if (at.trail.some((item) => item.id === component.id)) {
    const loop = trail.map((item) => item.number).join(" → ");
    return {
      materials: [],
      problems: [problemAt({ field: "item", value: component.number }, "bom-cycle", { params: { loop } })],
    };
  }
  const revision = chooseRevision(component, at.day);
  if (revision === null || line.unit.code !== component.unit.code) {
    const kept = odd(line, component.number, "phantom-not-exploded");
    return { materials: [material(line, component, needed)], problems: kept.problems };
  }
  const runs = { ...needed, denominator: multiply(needed.denominator, revision.outputQuantity) };
  return walk({ ...at, revision, runs, trail });
}

/** Quantity × runs × (1 + scrap); a fixed line is needed once, whatever the runs. */
function neededRuns(line: BomLineFacts, runs: Runs): Runs {
  const withScrap = multiply(line.quantity, add(HUNDRED, line.scrapPercent));
  if (line.isFixed) return { numerator: withScrap, denominator: HUNDRED };
  return { numerator: multiply(withScrap, runs.numerator), denominator: multiply(HUNDRED, runs.denominator) };
}

function material(line: BomLineFacts, component: ItemFacts, needed: Runs): PlannedMaterial {
  return {
    position: 0,
    bomLineId: line.id,
    itemId: component.id,
    itemNumber: component.number,
    description: component.description,
    quantity: divideRoundingUp(needed.numerator, needed.denominator, line.unit.decimals),
    unit: line.unit,
    quantityPer: line.quantity,
    isFixed: line.isFixed,
    scrapPercent: line.scrapPercent,
    instruction: line.instruction,
  };
}

/** An odd line is reported and never cuts off the ones after it (R16). */
function odd(line: BomLineFacts, component: string, code: ProblemCode): Explosion {
  const params = { component, position: String(line.position), quantity: decimalText(line.quantity) };
  return {
    materials: [],
    problems: [problemAt({ field: "item", value: component }, code, { severity: "warning", params })],
  };
}
