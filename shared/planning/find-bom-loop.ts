/** A BOM that contains itself, at any depth, named in full: "CHAIR-1 → SEAT-1 → CHAIR-1". */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { ItemFacts } from "../validation/facts.ts";
import { chooseRevision } from "./choose-revision.ts";
import type { FlatBoms } from "./flat-boms.ts";

export class BomLoops {
  readonly #boms: FlatBoms;
  /** Items, by day, below which there is no loop. */
  readonly #clean = new Map<CalendarDate, Set<number>>();

  constructor(boms: FlatBoms) {
    this.#boms = boms;
  }

  /** The items of the first loop below the item on the day, from its top back to it; null when there is none. */
  find(item: ItemFacts, day: CalendarDate): readonly ItemFacts[] | null {
    const clean = this.#clean.get(day) ?? new Set<number>();
    this.#clean.set(day, clean);
    return this.#walk([item], day, clean);
  }

  #walk(trail: readonly ItemFacts[], day: CalendarDate, clean: Set<number>): readonly ItemFacts[] | null {
    const item = trail.at(-1);
    if (item === undefined || clean.has(item.id)) return null;
    const begun = trail.findIndex((above) => above.id === item.id);
    if (begun < trail.length - 1) return trail.slice(begun);
    const revision = item.make ? chooseRevision(item, day) : null;
    const lines = revision === null ? [] : this.#boms.of({ item, revision, day }).lines;
    for (const { component } of lines) {
      const loop = this.#walk([...trail, component], day, clean);
      if (loop !== null) return loop;
    }
    clean.add(item.id);
    return null;
  }
}
