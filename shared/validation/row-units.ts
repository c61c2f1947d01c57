/** What rows call units, and how much of an item's stock unit one of them is. */
import type { Ratio } from "../quantity/ratio.ts";
import { conversionRatio, unitsToSay, type UnitConversion } from "../quantity/unit.ts";
import { codeKey, type Facts, type ItemFacts } from "./facts.ts";

export interface NamedUnit {
  readonly code: string;
  /** How many of the item's stock unit one is. */
  readonly ratio: Ratio;
}

type UnitFacts = Pick<Facts, "conversions" | "units">;

export class RowUnits {
  readonly #facts: UnitFacts;
  /** By item; general ones by null. Each item's few are looked through for each row, not those of all items. */
  readonly #byItem = new Map<number | null, UnitConversion[]>();

  constructor(facts: UnitFacts) {
    this.#facts = facts;
    for (const conversion of facts.units.size === 0 ? [] : facts.conversions) {
      const known = this.#byItem.get(conversion.itemId);
      if (known === undefined) this.#byItem.set(conversion.itemId, [conversion]);
      else known.push(conversion);
    }
  }

  /** Null when there is no such unit, or nothing says how it becomes the item's own. */
  find(text: string, { id, unit }: ItemFacts): NamedUnit | null {
    const code = this.#facts.units.get(codeKey(text));
    if (code === undefined) return null;
    const ratio = conversionRatio(this.#conversionsOf(id), id, { from: code, to: unit.code });
    return ratio === null ? null : { code, ratio };
  }

  /** What a quantity of the item can be given in. */
  offered({ id, unit }: ItemFacts): readonly string[] {
    return unitsToSay(this.#conversionsOf(id), id, unit.code);
  }

  #conversionsOf(itemId: number): readonly UnitConversion[] {
    return [...(this.#byItem.get(itemId) ?? []), ...(this.#byItem.get(null) ?? [])];
  }
}
