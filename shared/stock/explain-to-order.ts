/** How a suggested quantity comes about, in sentences anybody can add up. English. */
import { decimalText, type Decimal } from "../quantity/decimal.ts";
import { toOrder, type StockFigures, type ToOrderRule } from "./stock-figures.ts";

export function explainToOrder(figures: StockFigures, includesReorderData: boolean): readonly string[] {
  const of = (amount: Decimal | null): string => (amount === null ? "none" : decimalText(amount));
  const { available, onSo, onMoMinus, ats, onPo, atsIncPo, onMoPlus, projected } = figures;
  const { quantity, rule } = toOrder(figures, includesReorderData);
  return [
    `ATS ${of(ats)} = Available ${of(available)} − On SO ${of(onSo)} − On MO(-) ${of(onMoMinus)}`,
    `ATS (Inc PO) ${of(atsIncPo)} = ATS ${of(ats)} + On PO ${of(onPo)}`,
    `Projected ${of(projected)} = ATS (Inc PO) ${of(atsIncPo)} + On MO(+) ${of(onMoPlus)}`,
    last[rule](figures, of(quantity), of),
  ];
}

type Sentence = (figures: StockFigures, quantity: string, of: (amount: Decimal | null) => string) => string;

const last: Record<ToOrderRule, Sentence> = {
  reorder: ({ reorderPoint, reorderQuantity, projected }, quantity, of) =>
    `To Order ${quantity} = Reorder Qty ${of(reorderQuantity)} + (Reorder Point ${of(reorderPoint)} − Projected ${of(projected)})`,
  "above-point": ({ reorderPoint, projected }, quantity, of) =>
    `To Order ${quantity}: Projected ${of(projected)} is above the Reorder Point ${of(reorderPoint)}`,
  shortage: ({ projected }, quantity, of) =>
    `To Order ${quantity}: what is missing to 0, Projected being ${of(projected)}`,
  sufficient: ({ projected }, quantity, of) => `To Order ${quantity}: Projected ${of(projected)} is enough`,
};
