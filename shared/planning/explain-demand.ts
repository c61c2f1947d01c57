/** Whom an order is for, as its explanation tells it: of one that is planned and of one on the books alike. */
import { decimal, decimalText, isAboveZero, subtract, sum } from "../quantity/decimal.ts";
import type { ProblemDetail } from "../row/problem.ts";
import { rowsOf, type DemandLine } from "../validation/demand-line.ts";
import type { ExplanationStep } from "./explain.ts";

/** How much of an order is for one demand line. */
export interface ToldShare {
  readonly kind: string;
  readonly document: string;
  readonly line: string;
  readonly quantity: string;
  /** Why it is more than the line wants; empty for no more. */
  readonly reason: string;
}

/** What is wanted, and for whom. */
export interface ToldDemand {
  readonly item: string;
  readonly quantity: string;
  readonly unit: string;
  readonly store: string;
  readonly needDate: string;
  readonly shares: readonly ToldShare[];
}

export function demandSteps(told: ToldDemand): readonly ExplanationStep[] {
  const { item, quantity, unit, store, needDate, shares } = told;
  const wanted = { item, quantity, unit, store, needDate };
  const [first] = shares;
  const isForOne = shares.length < 2 && (first === undefined || first.quantity === quantity);
  const whom = isForOne ? whomOf(first) : NOBODY;
  const reasons = shares.filter(({ reason }) => reason !== "");
  return [
    { code: "demand", params: { ...wanted, ...whom } },
    ...(isForOne ? [] : shareSteps(told)),
    ...reasons.map(({ document, line, reason }): ExplanationStep => {
      return { code: "over-reason", params: { document, line, reason } };
    }),
  ];
}

/** Each line with its share; what is left is for nobody. */
function shareSteps({ shares, quantity, unit }: ToldDemand): readonly ExplanationStep[] {
  const rest = subtract(decimal(quantity), sum(shares.map((share) => decimal(share.quantity))));
  return [
    ...shares.map((share): ExplanationStep => {
      return { code: "share", params: { ...whomOf(share), quantity: share.quantity, unit } };
    }),
    ...(isAboveZero(rest)
      ? [{ code: "share-of-stock", params: { quantity: decimalText(rest), unit } } as const]
      : []),
  ];
}

const NOBODY = { kind: "", document: "", line: "" };

function whomOf({ kind, document, line }: Pick<ToldShare, "kind" | "document" | "line"> = NOBODY) {
  return { kind, document, line };
}

/** Which rows went together, while it is known: their days are not told by the order any more. */
export function mergeSteps({ merged, item, store, needDate }: DemandLine): readonly ExplanationStep[] {
  if (merged === undefined) return [];
  const isOneDay = merged.every((row) => row.needDate === needDate);
  const rows = merged.map(({ row }) => String(row)).join(", ");
  const together = { item: item.number, store: store.code, needDate: needDate ?? "" };
  return [{ code: isOneDay ? "merged-by-day" : "merged", params: { ...together, rows } }];
}

interface MergedRow {
  readonly row: number;
  readonly into: number;
  readonly share: DemandLine;
}

/** Of a row that has no order of its own. */
export function mergedIntoStep({ row, into, share }: MergedRow, order: DemandLine): ExplanationStep {
  const amounts = { quantity: decimalText(share.quantity), of: decimalText(order.quantity) };
  const params = { row: String(row), into: String(into), ...amounts, unit: order.item.unit.code };
  return { code: "merged-into", params };
}

/** What was done to a row's quantity on its way into the order. */
export function quantitySteps(notices: readonly ProblemDetail[]): readonly ExplanationStep[] {
  return notices.flatMap(({ code, value, params }) =>
    code === "unit-converted" || code === "quantity-rounded" || code === "quantity-reduced"
      ? [{ code, params: { ...params, value } }]
      : [],
  );
}

export function toldDemand(demand: DemandLine): ToldDemand {
  const { item, quantity, store, needDate } = demand;
  return {
    item: item.number,
    quantity: decimalText(quantity),
    unit: item.unit.code,
    store: store.code,
    needDate: needDate ?? "",
    shares: rowsOf(demand).map(({ kind, document, line, ...row }) => ({
      kind,
      document,
      line,
      quantity: decimalText(row.quantity),
      reason: row.overReason ?? "",
    })),
  };
}
