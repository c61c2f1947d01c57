/** The orders below one that was changed: they take over its new quantity and day, or are named (R17). */
import {
  addDays,
  dateOfDay,
  dayNumber,
  knownDate,
  type CalendarDate,
} from "../../../shared/quantity/calendar-date.ts";
import { add, compare, divideRoundingUp, multiply } from "../../../shared/quantity/decimal.ts";
import { workingDayFrom } from "../../../shared/planning/working-calendar.ts";
import { codeKey, type Facts } from "../../../shared/validation/facts.ts";
import { stateOf, type WorkingOrder } from "../../store/orders/working-orders.ts";
import type { Children } from "../orders/cancel-order.ts";
import type { Room } from "../orders/order-changes.ts";
import { replan, writeReplanned } from "../orders/replan-order.ts";

export interface Followed {
  readonly before: WorkingOrder;
  readonly after: WorkingOrder;
  readonly follow: Children;
}

/** Returns the orders below that did not follow. */
export async function followChildren(followed: Followed, room: Room): Promise<readonly WorkingOrder[]> {
  const children = room.desk.childrenOf(followed.after.id);
  if (followed.follow === "keep") return children;
  const left: WorkingOrder[] = [];
  for (const child of children) left.push(...(await followOne(child, followed, room)));
  return left;
}

async function followOne(
  child: WorkingOrder,
  { before, after, follow }: Followed,
  room: Room,
): Promise<readonly WorkingOrder[]> {
  const { desk, ports } = room;
  const facts = await room.facts();
  const quantity = divideRoundingUp(
    multiply(child.quantity, after.quantity),
    before.quantity,
    child.decimals,
  );
  if (compare(quantity, add(child.produced, child.scrapped)) < 0) return [child];
  const moves = after.storeId !== before.storeId && child.storeId === before.storeId;
  const { hasIssued, hasProduced } = stateOf(child, desk.materialsOf(child.id));
  // Materials are out in the old store: it stays there.
  if (moves && (hasIssued || hasProduced)) return [child];
  const { storeId, store, locationId } = moves ? after : child;
  const needDate = dayBefore({ store, scheduleDate: after.scheduleDate }, facts);
  const wanted = { ...child, quantity, needDate, storeId, store, locationId };
  const replanned = replan(wanted, facts, ports);
  if (!replanned.ok) return [child];
  const { scheduleDate, dueDate } = replanned.work;
  const noted = desk.change(child.id, { ...wanted, scheduleDate, dueDate }, "order-changed");
  await writeReplanned(desk, noted, replanned.work);
  return followChildren({ before: child, after: noted, follow }, room);
}

/** It must be there before the order above begins. */
function dayBefore(
  { store, scheduleDate }: Pick<WorkingOrder, "store" | "scheduleDate">,
  facts: Facts,
): CalendarDate {
  const calendar = facts.storesByCode.get(codeKey(store))?.calendar ?? null;
  return dateOfDay(workingDayFrom(calendar, dayNumber(addDays(knownDate(scheduleDate), -1)), -1));
}
