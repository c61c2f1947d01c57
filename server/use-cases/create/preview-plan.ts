/** What Create would make of the rows, without writing anything. */
import { workCenterLoad } from "../../../shared/planning/work-center-load.ts";
import type { PlannedRow } from "../../../shared/planning/plan-orders.ts";
import { mapInSteps } from "../../../shared/planning/steps.ts";
import type { Plan, PlanRequest, PlanRow } from "../../../shared/wire/plan.ts";
import { Job } from "../../jobs/job.ts";
import { linesCovered } from "./lines-covered.ts";
import { planRows } from "./plan-rows.ts";
import type { Ports } from "../ports.ts";
import { toPlanRow } from "./wire-plan.ts";

export async function previewPlan(ports: Ports, request: PlanRequest): Promise<Plan> {
  const reads = ports.database.read.bind(ports.database);
  const job = new Job(request.lines.length);
  const { rows, facts, shownBy } = await planRows(request, { ...ports, reads, job, tellsLoad: true });
  const orders = rows.flatMap((row) => (row.outcome === "ready" ? [row.order] : []));
  const refused = rows.filter((row) => row.outcome === "refused").length;
  const load = [...workCenterLoad(orders, facts.load)];
  const told = await job.along(mapInSteps(rows, (row) => withCoverage(toPlanRow(row, shownBy), row)));
  return { rows: told, ready: orders.length, refused, load };
}

function withCoverage(told: PlanRow, row: PlannedRow): PlanRow {
  const lines = row.outcome === "ready" ? linesCovered(row.order) : [];
  return told.outcome === "ready" && lines.length > 0 ? { ...told, coverage: [...lines] } : told;
}
