/**
 * Fills, fonts, widths: remembered, and without effect on anything but the next look. Kept as a list of what was set
 * where, the last one on top, so that formatting a whole column costs nothing.
 */
import { contains, intersect, type Area } from "./area.ts";
import type { CellValue } from "./cell.ts";

interface Rule {
  readonly area: Area;
  readonly name: string;
  readonly value: CellValue;
}

export class Formats {
  #rules: readonly Rule[] = [];

  set(area: Area, name: string, value: CellValue): void {
    const others = this.#rules.filter((rule) => rule.name !== name || !contains(area, rule.area));
    this.#rules = [...others, { area, name, value }];
  }

  /** Null when the cells of the area differ, as Excel answers it. */
  get(area: Area, name: string, otherwise: CellValue): CellValue | null {
    const parts: CellValue[] = [];
    const touching = this.#rules.filter((rule) => rule.name === name && intersect(rule.area, area) !== null);
    for (const rule of touching.toReversed()) {
      parts.push(rule.value);
      if (contains(rule.area, area)) return allSame(parts);
    }
    return allSame([...parts, otherwise]);
  }

  /** Follows inserted and deleted cells. */
  follow(move: (area: Area) => Area | null): void {
    this.#rules = this.#rules.flatMap((rule) => {
      const area = move(rule.area);
      return area === null ? [] : [{ ...rule, area }];
    });
  }
}

function allSame([first, ...others]: readonly CellValue[]): CellValue | null {
  return first !== undefined && others.every((other) => other === first) ? first : null;
}
