/** Why a row of a plan is planned as it is: the same planning as the preview's, told step by step. */
import { explainOrder, type ExplanationStep } from "../../../shared/planning/explain.ts";
import { explanationSentence } from "../../../shared/planning/explain-sentences.ts";
import { mergedIntoStep, quantitySteps } from "../../../shared/planning/explain-demand.ts";
import { stockSteps } from "../../../shared/planning/explain-stock.ts";
import { withChildren, type PlannedOrder } from "../../../shared/planning/planned-order.ts";
import { isStockKind } from "../../../shared/row/draft-line.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import type { Explanation, ExplanationRequest } from "../../../shared/wire/plan.ts";
import { stockFigures } from "../../../shared/stock/stock-figures.ts";
import { Job } from "../../jobs/job.ts";
import { stockParts } from "../../store/stock/stock-parts.ts";
import { planRows, type Reads } from "./plan-rows.ts";
import type { Ports } from "../ports.ts";

/** Null when no such row is ready: its problems are its explanation. */
export async function explainPlan(ports: Ports, request: ExplanationRequest): Promise<Explanation | null> {
  const reads = ports.database.read.bind(ports.database);
  const job = new Job(request.lines.length);
  const { rows } = await planRows(request, { ...ports, reads, job, tellsLoad: false });
  const asked = rows.find((one) => one.row === request.row);
  const row = asked?.outcome === "merged" ? rows.find((one) => one.row === asked.into) : asked;
  if (row?.outcome !== "ready") return null;
  const ofOrder = rows.filter(
    (one) => one.row === row.row || (one.outcome === "merged" && one.into === row.row),
  );
  const notices = ofOrder.flatMap((one) => (one.outcome === "refused" ? [] : one.warnings));
  const origin = [...quantitySteps(notices), ...(await stockOf(row.order, reads))];
  const how = asked?.outcome === "merged" ? [mergedIntoStep(asked, row.order.demand)] : [];
  const orders = withChildren(row.order).map((order) => ({
    item: order.demand.item.number,
    quantity: decimalText(order.demand.quantity),
    steps: stepsOf(order, order === row.order ? { how, origin } : NOTHING).map((step) => ({
      code: step.code,
      params: { ...step.params },
      sentence: explanationSentence(step),
    })),
  }));
  return { orders };
}

interface Beside {
  /** Told first. */
  readonly how: readonly ExplanationStep[];
  readonly origin: readonly ExplanationStep[];
}

const NOTHING: Beside = { how: [], origin: [] };

function stepsOf(order: PlannedOrder, { how, origin }: Beside): readonly ExplanationStep[] {
  return [...how, ...explainOrder(order, origin)];
}

/** What the row's own figures come from; nothing for a row that is for somebody. */
async function stockOf({ demand }: PlannedOrder, reads: Reads): Promise<readonly ExplanationStep[]> {
  if (!isStockKind(demand.kind)) return [];
  const stock = await reads((transaction) =>
    stockParts(transaction, { store: demand.store.code, items: [demand.item.id], inEveryStore: true }),
  );
  return stock.flatMap(({ parts }) => stockSteps(demand, stockFigures(parts)));
}
