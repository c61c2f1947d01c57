import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, decimal, decimalText, ZERO } from "../quantity/decimal.ts";
import { explainToOrder } from "./explain-to-order.ts";
import { NO_STOCK, stockFigures, toOrder, type StockParts } from "./stock-figures.ts";

const parts = (texts: Partial<Record<keyof StockParts, string>>): StockParts => ({
  ...NO_STOCK,
  ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, decimal(text)])),
});

const suggested = (texts: Partial<Record<keyof StockParts, string>>, includesReorderData = true): string =>
  decimalText(toOrder(stockFigures(parts(texts)), includesReorderData).quantity);

describe("the figures of an item in a store", () => {
  test("follow from what is booked", () => {
    const booked = {
      available: "18",
      notAvailable: "2",
      allocated: "4",
      onSo: "24",
      onPo: "5",
      onMoMinus: "3",
      onMoPlus: "7",
    };
    const { onHand, netAvailable, ats, atsIncPo, projected } = stockFigures(parts(booked));
    expect([onHand, netAvailable, ats, atsIncPo, projected].map(decimalText)).toEqual([
      "20",
      "14",
      "-9",
      "-4",
      "3",
    ]);
  });

  test("Net Available is never below nothing", () => {
    expect(decimalText(stockFigures(parts({ available: "3", allocated: "5" })).netAvailable)).toBe("0");
  });
});

describe("To Order", () => {
  const reorder = { reorderPoint: "5", reorderQuantity: "20" };

  // https://help.xorosoft.io/index.php/knowledge-base/reorder-points-the-reorder-qty/
  test.each([
    [{ ...reorder, available: "3" }, "22"],
    [{ ...reorder, available: "3", onSo: "3", onPo: "4" }, "21"],
    [{ ...reorder, available: "5" }, "20"],
    [{ ...reorder, available: "6" }, "0"],
    [{ ...reorder, available: "-2" }, "27"],
    [{ reorderPoint: "5", available: "3" }, "2"],
  ])("with reorder data, %j is %s", (texts, quantity) => {
    expect(suggested(texts)).toBe(quantity);
  });

  test("without reorder data is what is missing", () => {
    expect(suggested({ ...reorder, available: "3", onSo: "10" }, false)).toBe("7");
    expect(suggested({ available: "3", onSo: "10", onPo: "8" }, false)).toBe("0");
    expect(suggested({ available: "1", onSo: "10" })).toBe("9");
  });

  test("never suggests again what is being made", () => {
    const whole = fc.integer({ min: 0, max: 50 }).map(String);
    const booked = fc.record({
      available: whole,
      onSo: whole,
      onPo: whole,
      onMoMinus: whole,
      reorderPoint: whole,
      reorderQuantity: whole,
    });
    fc.assert(
      fc.property(booked, fc.boolean(), (texts, includesReorderData) => {
        const before = parts(texts);
        const first = toOrder(stockFigures(before), includesReorderData).quantity;
        const after = toOrder(stockFigures({ ...before, onMoPlus: first }), includesReorderData).quantity;
        // Where there is no reorder quantity, being at the point suggests nothing more.
        return (
          compare(after, before.reorderQuantity ?? ZERO) <= 0 &&
          (texts.reorderQuantity === "0" || !includesReorderData || compare(after, ZERO) === 0)
        );
      }),
    );
  });

  test("is explained so that it can be added up", () => {
    expect(
      explainToOrder(stockFigures(parts({ ...reorder, available: "3", onSo: "3", onPo: "4" })), true),
    ).toEqual([
      "ATS 0 = Available 3 − On SO 3 − On MO(-) 0",
      "ATS (Inc PO) 4 = ATS 0 + On PO 4",
      "Projected 4 = ATS (Inc PO) 4 + On MO(+) 0",
      "To Order 21 = Reorder Qty 20 + (Reorder Point 5 − Projected 4)",
    ]);
  });
});
