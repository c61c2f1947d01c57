/** Which BOM revision makes an item on a day. */
import type { CalendarDate } from "../quantity/calendar-date.ts";
import type { BomRevisionFacts, ItemFacts } from "../validation/facts.ts";

export interface Validity {
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
  let chosen: BomRevisionFacts | null = null;
  for (const revision of item.bomRevisions) {
    if (!isValidOn(revision, day)) continue;
    if (chosen === null || isPreferred(revision, chosen)) chosen = revision;
  }
  return chosen;
}

function isPreferred(revision: BomRevisionFacts, other: BomRevisionFacts): boolean {
  if (revision.isDefault !== other.isDefault) return revision.isDefault;
  const [from, otherFrom] = [revision.validFrom ?? "", other.validFrom ?? ""];
  return from === otherFrom ? revision.id > other.id : from > otherFrom;
}
