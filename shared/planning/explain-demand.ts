/** Whom an order is for, as its explanation tells it: of one that is planned and of one on the books alike. */
import { decimalText } from "../quantity/decimal.ts";
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
  const whom = { kind: first?.kind ?? "", document: first?.document ?? "", line: first?.line ?? "" };
  const reasons = shares.filter(({ reason }) => reason !== "");
  return [
    { code: "demand", params: { ...wanted, ...whom } },
    ...reasons.map(({ document, line, reason }): ExplanationStep => {
      return { code: "over-reason", params: { document, line, reason } };
    }),
  ];
}

export function toldDemand(demand: DemandLine): ToldDemand {
  const { item, quantity, store, needDate } = demand;
  return {
    ...{ item: item.number, quantity: decimalText(quantity), unit: item.unit.code },
    ...{ store: store.code, needDate: needDate ?? "" },
    shares: rowsOf(demand).map(({ kind, document, line, ...row }) => ({
      ...{ kind, document, line, quantity: decimalText(row.quantity), reason: row.overReason ?? "" },
    })),
  };
}
