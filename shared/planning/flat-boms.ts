/** The flat BOMs of one planning run, each found once. */
import type { Facts } from "../validation/facts.ts";
import type { Conventions } from "./conventions.ts";
import { flattenBom, type BomOnDay, type FlatBom } from "./flat-bom.ts";
import { isWithin } from "./valid-span.ts";

export class FlatBoms {
  readonly #facts: Facts;
  readonly #conventions: Conventions;
  readonly #known = new Map<number, FlatBom[]>();

  constructor(facts: Facts, conventions: Conventions) {
    this.#facts = facts;
    this.#conventions = conventions;
  }

  of(bom: BomOnDay): FlatBom {
    const known = this.#known.get(bom.revision.id) ?? [];
    const found = known.find((flat) => isWithin(flat.span, bom.day));
    if (found !== undefined) return found;
    const flat = flattenBom(bom, this.#facts, this.#conventions);
    this.#known.set(bom.revision.id, [...known, flat]);
    return flat;
  }
}
