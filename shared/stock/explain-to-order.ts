/** How a suggested quantity comes about, in steps anybody can add up, and their sentences in English. */
import { decimalText, type Decimal } from "../quantity/decimal.ts";
import { toOrder, type StockFigures } from "./stock-figures.ts";

export const toOrderCodes = [
  "ats",
  "ats-inc-po",
  "projected",
  "to-order-reorder",
  "to-order-above-point",
  "to-order-shortage",
  "to-order-sufficient",
] as const;
type ToOrderCode = (typeof toOrderCodes)[number];

export interface ToOrderStep {
  readonly code: ToOrderCode;
  /** All figures that any of the steps names. */
  readonly params: Readonly<Record<string, string>>;
}

export function toOrderSteps(figures: StockFigures, includesReorderData: boolean): readonly ToOrderStep[] {
  const { available, onSo, onMoMinus, ats, onPo, atsIncPo, onMoPlus, projected } = figures;
  const { quantity, rule } = toOrder(figures, includesReorderData);
  const named = { available, onSo, onMoMinus, ats, onPo, atsIncPo, onMoPlus, projected, toOrder: quantity };
  const { reorderPoint, reorderQuantity } = figures;
  const params = Object.fromEntries(
    Object.entries({ ...named, reorderPoint, reorderQuantity }).map(([name, amount]) => [name, of(amount)]),
  );
  const codes = ["ats", "ats-inc-po", "projected", `to-order-${rule}`] as const;
  return codes.map((code) => ({ code, params }));
}

export function explainToOrder(figures: StockFigures, includesReorderData: boolean): readonly string[] {
  return toOrderSteps(figures, includesReorderData).map(({ code, params }) => toOrderSentences[code](params));
}

function of(amount: Decimal | null): string {
  return amount === null ? "none" : decimalText(amount);
}

type Sentence = (params: ToOrderStep["params"]) => string;

export const toOrderSentences: Record<ToOrderCode, Sentence> = {
  ats: (p) =>
    `ATS ${p["ats"] ?? ""} = Available ${p["available"] ?? ""} − On SO ${p["onSo"] ?? ""} − On MO(-) ${p["onMoMinus"] ?? ""}`,
  "ats-inc-po": (p) =>
    `ATS (Inc PO) ${p["atsIncPo"] ?? ""} = ATS ${p["ats"] ?? ""} + On PO ${p["onPo"] ?? ""}`,
  projected: (p) =>
    `Projected ${p["projected"] ?? ""} = ATS (Inc PO) ${p["atsIncPo"] ?? ""} + On MO(+) ${p["onMoPlus"] ?? ""}`,
  "to-order-reorder": (p) =>
    `To Order ${p["toOrder"] ?? ""} = Reorder Qty ${p["reorderQuantity"] ?? ""} + (Reorder Point ${p["reorderPoint"] ?? ""} − Projected ${p["projected"] ?? ""})`,
  "to-order-above-point": (p) =>
    `To Order ${p["toOrder"] ?? ""}: Projected ${p["projected"] ?? ""} is above the Reorder Point ${p["reorderPoint"] ?? ""}`,
  "to-order-shortage": (p) =>
    `To Order ${p["toOrder"] ?? ""}: brings Projected ${p["projected"] ?? ""} up to 0`,
  "to-order-sufficient": (p) => `To Order ${p["toOrder"] ?? ""}: Projected ${p["projected"] ?? ""} is enough`,
};
