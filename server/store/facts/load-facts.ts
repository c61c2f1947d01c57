/** What open orders have planned at work centers. */
import { knownDate } from "../../../shared/quantity/calendar-date.ts";
import type { LoadFacts } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";

/** One entry for all operations at a work center that begin and end on the same two days. */
export async function loadOpenLoad(transaction: Transaction): Promise<readonly LoadFacts[]> {
  const rows = await transaction
    .selectFrom("mo_operation as operation")
    .innerJoin("manufacturing_order as mo", "mo.id", "operation.mo_id")
    .select(["operation.work_center_id", "operation.planned_start", "operation.planned_end"])
    .select("operation.planned_minutes")
    .where("mo.status", "in", ["open", "released", "in-progress"])
    .where("operation.status", "!=", "done")
    .where("operation.planned_minutes", "is not", null)
    .execute();
  const loads = new Map<string, LoadFacts>();
  for (const { work_center_id, planned_start, planned_end, planned_minutes } of rows) {
    if (planned_start === null || planned_end === null || planned_minutes === null) continue;
    const [start, end] = [planned_start.slice(0, DAY), planned_end.slice(0, DAY)];
    const key = `${work_center_id} ${start} ${end}`;
    const minutes = (loads.get(key)?.minutes ?? 0) + planned_minutes;
    loads.set(key, { workCenterId: work_center_id, start: knownDate(start), end: knownDate(end), minutes });
  }
  return [...loads.values()];
}

/** YYYY-MM-DD */
const DAY = 10;
