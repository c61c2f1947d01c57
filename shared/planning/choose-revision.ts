/** Which BOM revision makes an item on a day. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { BomRevisionFacts, ItemFacts } from "../validation/facts.ts";

interface Validity {
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
}

/** Both ends count: a revision valid to the 31st still makes what is scheduled on the 31st. */
export function isValidOn(validity: Validity, day: CalendarDate): boolean {
  const begun = validity.validFrom === null || validity.validFrom <= day;
  const ended = validity.validTo !== null && validity.validTo < day;
  return begun && !ended;
}

/** Of the revisions valid on the day: the default BOM's first, then the one that began last. Null when none is. */
export function chooseRevision(item: ItemFacts, day: CalendarDate): BomRevisionFacts | null {
  const valid = item.bomRevisions.filter((revision) => isValidOn(revision, day));
  return valid.toSorted(preferred)[0] ?? null;
}

function preferred(left: BomRevisionFacts, right: BomRevisionFacts): number {
  if (left.isDefault !== right.isDefault) return left.isDefault ? -1 : 1;
  const [leftFrom, rightFrom] = [left.validFrom ?? "", right.validFrom ?? ""];
  if (leftFrom !== rightFrom) return leftFrom > rightFrom ? -1 : 1;
  return right.id - left.id;
}
