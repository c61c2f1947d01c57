/** What Create would make of the rows, without writing anything. */
import type { Plan, PlanRequest } from "../../shared/wire/plan.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import { planRows } from "./plan-rows.ts";
import type { Ports } from "./ports.ts";
import { toPlanRow } from "./wire-plan.ts";

export async function previewPlan(ports: Ports, { lines, rules }: PlanRequest): Promise<Plan> {
  const facts = await ports.database.read((transaction) => loadFacts(transaction, lines));
  const rows = planRows({ lines, rules }, { facts, today: ports.clock.today() }).map(toPlanRow);
  const ready = rows.filter((row) => row.outcome === "ready").length;
  return { rows, ready, refused: rows.length - ready };
}
