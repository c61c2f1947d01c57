/** The orders below one that was changed: they take over its new quantity and day, or are named (R17). */
import { addDays, dateOfDay, dayNumber, knownDate } from "../../shared/quantity/calendar-date.ts";
import { add, compare, divideRoundingUp, multiply } from "../../shared/quantity/decimal.ts";
import { workingDayFrom } from "../../shared/planning/working-calendar.ts";
import { codeKey } from "../../shared/validation/facts.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import type { OrderDesk } from "../store/order-desk.ts";
import type { WorkingOrder } from "../store/working-orders.ts";
import type { Children } from "./cancel-order.ts";
import type { Ports } from "./ports.ts";
import { replan, writeReplanned } from "./replan-order.ts";

export interface Followed {
  readonly before: WorkingOrder;
  readonly after: WorkingOrder;
  readonly follow: Children;
}

/** Returns the orders below that did not follow. */
export async function followChildren(
  { before, after, follow }: Followed,
  desk: OrderDesk,
  ports: Ports,
): Promise<readonly WorkingOrder[]> {
  const children = desk.childrenOf(after.id);
  if (follow === "keep") return children;
  const left: WorkingOrder[] = [];
  for (const child of children)
    left.push(...(await followOne(child, { before, after, follow }, { desk, ports })));
  return left;
}

interface Room {
  readonly desk: OrderDesk;
  readonly ports: Ports;
}

async function followOne(
  child: WorkingOrder,
  { before, after, follow }: Followed,
  { desk, ports }: Room,
): Promise<readonly WorkingOrder[]> {
  const facts = await loadFacts(desk.transaction, [{ item: child.item }], "one-level");
  const quantity = divideRoundingUp(
    multiply(child.quantity, after.quantity),
    before.quantity,
    child.decimals,
  );
  if (compare(quantity, add(child.produced, child.scrapped)) < 0) return [child];
  const calendar = facts.storesByCode.get(codeKey(child.store))?.calendar ?? null;
  const dayBefore = dayNumber(addDays(knownDate(after.scheduleDate), -1));
  const needDate = dateOfDay(workingDayFrom(calendar, dayBefore, -1));
  const { storeId, store, locationId } = after.storeId === before.storeId ? child : after;
  const wanted = { ...child, quantity, needDate, storeId, store, locationId };
  const replanned = replan(wanted, facts, ports);
  if (!replanned.ok) return [child];
  const { scheduleDate, dueDate } = replanned.work;
  const noted = desk.change(child.id, { ...wanted, scheduleDate, dueDate }, "order-changed");
  await writeReplanned(desk, noted, replanned.work);
  return followChildren({ before: child, after: noted, follow }, desk, ports);
}
