/** The days round a day on which every validity looked at says the same: an answer found once holds for all of them. */
import { addDays, type CalendarDate } from "../quantity/calendar-date.ts";
import type { Validity } from "./choose-revision.ts";

/** Both ends included; null is open. */
export interface ValidSpan {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export const ALWAYS: ValidSpan = { from: null, to: null };

export function isWithin({ from, to }: ValidSpan, day: CalendarDate): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** Cuts the span where a validity begins or ends on either side of the day. */
export function narrowedBy(span: ValidSpan, { validFrom, validTo }: Validity, day: CalendarDate): ValidSpan {
  let { from, to } = span;
  if (validFrom !== null) {
    if (validFrom <= day) from = later(from, validFrom);
    else to = earlier(to, addDays(validFrom, -1));
  }
  if (validTo !== null) {
    if (validTo >= day) to = earlier(to, validTo);
    else from = later(from, addDays(validTo, 1));
  }
  return { from, to };
}

export function common(left: ValidSpan, right: ValidSpan): ValidSpan {
  return {
    from: right.from === null ? left.from : later(left.from, right.from),
    to: right.to === null ? left.to : earlier(left.to, right.to),
  };
}

function later(known: CalendarDate | null, day: CalendarDate): CalendarDate {
  return known === null || known < day ? day : known;
}

function earlier(known: CalendarDate | null, day: CalendarDate): CalendarDate {
  return known === null || known > day ? day : known;
}
