/** Why a row of a plan is planned as it is: the same planning as the preview's, told step by step. */
import { explainOrder } from "../../shared/planning/explain.ts";
import { explanationSentence } from "../../shared/planning/explain-sentences.ts";
import { withChildren } from "../../shared/planning/planned-order.ts";
import { decimalText } from "../../shared/quantity/decimal.ts";
import type { Explanation, ExplanationRequest } from "../../shared/wire/plan.ts";
import { Job } from "../jobs/job.ts";
import { loadFacts } from "../store/catalog-facts.ts";
import { factsFor, planRows } from "./plan-rows.ts";
import type { Ports } from "./ports.ts";

/** Null when no such row is ready: its problems are its explanation. */
export async function explainPlan(ports: Ports, request: ExplanationRequest): Promise<Explanation | null> {
  const { lines, rules } = request;
  const facts = await ports.database.read((transaction) => loadFacts(transaction, lines, factsFor(rules)));
  const { clock, conventions } = ports;
  const known = { facts, today: clock.today(), conventions };
  const planned = await planRows({ lines, rules }, known, new Job(lines.length));
  const row = planned.find((one) => one.row === request.row);
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
