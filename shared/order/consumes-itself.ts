/** An order must not take what it makes, nor anything that is made of it. */
import { chooseRevision } from "../planning/choose-revision.ts";
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { Facts, ItemFacts } from "../validation/facts.ts";

export interface Made {
  readonly itemId: number;
  readonly item: string;
  /** When work on it begins. */
  readonly day: CalendarDate;
}

/** The way from the product over the component back to it, such as [chair, set, chair]; null when there is none. */
export function consumesItself(component: ItemFacts, made: Made, facts: Facts): readonly string[] | null {
  const seen = new Set<number>();
  const walk = (item: ItemFacts, trail: readonly string[]): readonly string[] | null => {
    if (item.id === made.itemId) return [...trail, item.number];
    if (seen.has(item.id)) return null;
    seen.add(item.id);
    for (const { componentId } of chooseRevision(item, made.day)?.lines ?? []) {
      const below = facts.items.get(componentId);
      const found = below === undefined ? null : walk(below, [...trail, item.number]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(component, [made.item]);
}
