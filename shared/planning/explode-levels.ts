/**
 * The whole tree below an item for a quantity, as if nothing were in stock: what each level takes, in the BOM's
 * order. Each made component is rounded up to its unit before it is exploded in turn, as its own order would be.
 */
import { add, ZERO, type Decimal } from "../quantity/decimal.ts";
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { ItemFacts } from "../validation/facts.ts";
import type { ProblemDetail } from "../row/problem.ts";
import { chooseRevision } from "./choose-revision.ts";
import { explode } from "./explode.ts";
import type { FlatBoms } from "./flat-boms.ts";
import type { PlannedMaterial } from "./planned-material.ts";

export interface LevelLine {
  /** 1 for the components of the item itself. */
  readonly level: number;
  readonly material: PlannedMaterial;
  /** Made here: the lines that follow, one level deeper, are its own. */
  readonly isMade: boolean;
}

export interface Levels {
  readonly lines: readonly LevelLine[];
  /** Over all levels, by item id. Made items count too. */
  readonly totals: ReadonlyMap<number, Decimal>;
  readonly problems: readonly ProblemDetail[];
}

export interface Exploded {
  readonly item: ItemFacts;
  readonly quantity: Decimal;
  readonly day: CalendarDate;
}

/** The BOMs must be free of loops on the day: ask `BomLoops` first. */
export function explodeLevels(top: Exploded, boms: FlatBoms): Levels {
  const lines: LevelLine[] = [];
  const problems: ProblemDetail[] = [];
  const walk = ({ item, quantity, day }: Exploded, level: number): void => {
    const revision = chooseRevision(item, day);
    if (revision === null) return;
    const flat = boms.of({ item, revision, day });
    problems.push(...flat.problems);
    for (const material of explode(quantity, flat)) {
      const { component } = material.line;
      const isMade = component.make && material.line.isInStockUnit && chooseRevision(component, day) !== null;
      lines.push({ level, material, isMade });
      if (isMade) walk({ item: component, quantity: material.quantity, day }, level + 1);
    }
  };
  walk(top, 1);
  return { lines, totals: totalsOf(lines), problems };
}

function totalsOf(lines: readonly LevelLine[]): ReadonlyMap<number, Decimal> {
  const totals = new Map<number, Decimal>();
  for (const { material } of lines) {
    const { id } = material.line.component;
    totals.set(id, add(totals.get(id) ?? ZERO, material.quantity));
  }
  return totals;
}
