/** What open orders have planned at work centers. */
import { sql } from "kysely";
import { knownDate } from "../../../shared/quantity/calendar-date.ts";
import type { LoadFacts } from "../../../shared/validation/facts.ts";
import type { Transaction } from "../open-database.ts";

const startDay = sql<string>`substr(operation.planned_start, 1, 10)`;
const endDay = sql<string>`substr(operation.planned_end, 1, 10)`;

/** One entry for all operations at a work center that begin and end on the same two days. */
export async function loadOpenLoad(transaction: Transaction): Promise<readonly LoadFacts[]> {
  const rows = await transaction
    .selectFrom("mo_operation as operation")
    .innerJoin("manufacturing_order as mo", "mo.id", "operation.mo_id")
    .select(["operation.work_center_id", startDay.as("start"), endDay.as("end")])
    .select((eb) => eb.fn.sum<number | string>("operation.planned_minutes").as("minutes"))
    .where("mo.status", "in", ["open", "released", "in-progress"])
    .where("operation.status", "!=", "done")
    .where("operation.planned_minutes", "is not", null)
    .where("operation.planned_start", "is not", null)
    .where("operation.planned_end", "is not", null)
    .groupBy(["operation.work_center_id", startDay, endDay])
    .orderBy("operation.work_center_id")
    .orderBy(startDay)
    .orderBy(endDay)
    .execute();
  return rows.map(({ work_center_id: workCenterId, start, end, minutes }) => ({
    workCenterId,
    start: knownDate(start),
    end: knownDate(end),
    minutes: Number(minutes),
  }));
}
