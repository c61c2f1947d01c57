/** Why a row of a plan is planned as it is: the same planning as the preview's, told step by step. */
import { explainOrder } from "../../../shared/planning/explain.ts";
import { explanationSentence } from "../../../shared/planning/explain-sentences.ts";
import { withChildren } from "../../../shared/planning/planned-order.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import type { Explanation, ExplanationRequest } from "../../../shared/wire/plan.ts";
import { Job } from "../../jobs/job.ts";
import { planRows } from "./plan-rows.ts";
import type { Ports } from "../ports.ts";

/** Null when no such row is ready: its problems are its explanation. */
export async function explainPlan(ports: Ports, request: ExplanationRequest): Promise<Explanation | null> {
  const reads = ports.database.read.bind(ports.database);
  const job = new Job(request.lines.length);
  const { rows } = await planRows(request, { ...ports, reads, job, tellsLoad: false });
  const row = rows.find((one) => one.row === request.row);
  if (row?.outcome !== "ready") return null;
  const orders = withChildren(row.order).map((order) => ({
    item: order.demand.item.number,
    quantity: decimalText(order.demand.quantity),
    steps: explainOrder(order).map((step) => ({
      code: step.code,
      params: { ...step.params },
      sentence: explanationSentence(step),
    })),
  }));
  return { orders };
}
