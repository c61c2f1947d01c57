/** What Create would make of the rows, without writing anything. */
import { workCenterLoad } from "../../shared/planning/work-center-load.ts";
import type { Plan, PlanRequest } from "../../shared/wire/plan.ts";
import { Job } from "../jobs/job.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import { factsFor, planRows } from "./plan-rows.ts";
import type { Ports } from "./ports.ts";
import { toPlanRow } from "./wire-plan.ts";

export async function previewPlan(ports: Ports, { lines, rules }: PlanRequest): Promise<Plan> {
  const facts = await ports.database.read((transaction) =>
    loadFacts(transaction, lines, { ...factsFor(rules), load: true }),
  );
  const { clock, conventions } = ports;
  const known = { facts, today: clock.today(), conventions };
  const planned = await planRows({ lines, rules }, known, new Job(lines.length));
  const orders = planned.flatMap((row) => (row.outcome === "ready" ? [row.order] : []));
  const load = [...workCenterLoad(orders, facts.load)];
  return {
    rows: planned.map(toPlanRow),
    ready: orders.length,
    refused: planned.length - orders.length,
    load,
  };
}
