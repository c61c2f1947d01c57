/** What a quantity of an item takes on every level of its BOMs. */
import { BomLoops } from "../../../shared/planning/find-bom-loop.ts";
import { explodeLevels, type LevelLine } from "../../../shared/planning/explode-levels.ts";
import { FlatBoms } from "../../../shared/planning/flat-boms.ts";
import type { CalendarDate } from "../../../shared/quantity/calendar-date.ts";
import { decimalText, sum, type Decimal } from "../../../shared/quantity/decimal.ts";
import { problemAt } from "../../../shared/row/problem.ts";
import { problemSentence } from "../../../shared/row/problem-sentences.ts";
import { codeKey } from "../../../shared/validation/facts.ts";
import type { Explosion } from "../../../shared/wire/readiness.ts";
import { loadFacts } from "../../store/catalog/catalog-facts.ts";
import { pushTo } from "../../store/facts/push-to.ts";
import type { Ports } from "../ports.ts";

export interface ExplosionAsked {
  readonly item: string;
  readonly quantity: Decimal;
  /** Null: today. */
  readonly day: CalendarDate | null;
}

/** Null when the code means no item, or several. */
export async function explodeItem(ports: Ports, asked: ExplosionAsked): Promise<Explosion | null> {
  const facts = await ports.database.read((transaction) =>
    loadFacts(transaction, [asked], { depth: "all-levels" }),
  );
  const [item, another] = facts.itemsByCode.get(codeKey(asked.item)) ?? [];
  if (item === undefined || another !== undefined) return null;
  const day = asked.day ?? ports.clock.today();
  const { quantity } = asked;
  const head = { item: item.number, quantity: decimalText(quantity), unit: item.unit.code, day };
  const boms = new FlatBoms(facts, ports.conventions);
  const loop = new BomLoops(boms).find(item, day);
  if (loop !== null) {
    const params = { loop: loop.map((one) => one.number).join(" → ") };
    const problem = problemAt({ field: "item", value: item.number }, "bom-cycle", { params });
    return {
      ...head,
      lines: [],
      totals: [],
      problems: [{ code: problem.code, ...problemSentence(problem) }],
    };
  }
  const levels = explodeLevels({ item, quantity, day }, boms);
  const problems = levels.problems.map((problem) => ({ code: problem.code, ...problemSentence(problem) }));
  return { ...head, lines: levels.lines.map(toLine), totals: totals(levels.lines), problems };
}

function toLine({ level, material, isMade }: LevelLine): Explosion["lines"][number] {
  const { component, unit } = material.line;
  const { number: item, description } = component;
  return { level, item, description, quantity: decimalText(material.quantity), unit: unit.code, isMade };
}

/** One item in two units, because nothing converts them, is told twice. */
function totals(lines: readonly LevelLine[]): Explosion["totals"] {
  const groups = new Map<string, LevelLine[]>();
  for (const line of lines) pushTo(groups, keyOf(line), line);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { component, unit } = first.material.line;
      const total = sum(group.map(({ material }) => material.quantity));
      return [
        { item: component.number, quantity: decimalText(total), unit: unit.code, isMade: first.isMade },
      ];
    })
    .toSorted((left, right) => (left.item < right.item ? -1 : 1));
}

function keyOf({ material: { line } }: LevelLine): string {
  return `${line.component.number}\n${line.unit.code}`;
}
