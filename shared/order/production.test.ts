import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, decimal, decimalText, ZERO } from "../quantity/decimal.ts";
import { backflush, yieldOf, type OrderMaterial } from "./backflush.ts";
import { reportProduction, type ProductionReport } from "./report-production.ts";

const none = { produced: ZERO, scrapped: ZERO };
const ten = { quantity: decimal("10"), ...none };
const limits = { unit: "EA", decimals: 0, overPercent: ZERO };

function report(fields: { quantity?: string; scrapped?: string; isComplete?: boolean }): ProductionReport {
  const { quantity, scrapped = "0", isComplete = false } = fields;
  return {
    quantity: quantity === undefined ? null : decimal(quantity),
    scrapped: decimal(scrapped),
    isComplete,
  };
}

function reported(...args: Parameters<typeof reportProduction>) {
  const answer = reportProduction(...args);
  if (!answer.ok) return answer.refusal;
  return `${decimalText(answer.produced)} good, ${decimalText(answer.scrapped)} scrapped${answer.isComplete ? ", done" : ""}`;
}

describe("a report of production", () => {
  test("of a part leaves the order in progress; of the rest, or without a figure, ends it", () => {
    expect(reported(ten, report({ quantity: "4" }), limits)).toBe("4 good, 0 scrapped");
    expect(reported(ten, report({}), limits)).toBe("10 good, 0 scrapped, done");
    expect(reported({ ...ten, produced: decimal("4") }, report({}), limits)).toBe(
      "10 good, 0 scrapped, done",
    );
  });

  test("counts scrapped pieces towards the order, and reports the others as good", () => {
    expect(reported(ten, report({ scrapped: "2" }), limits)).toBe("8 good, 2 scrapped, done");
    expect(reported(ten, report({ quantity: "3", scrapped: "2" }), limits)).toBe("3 good, 2 scrapped");
  });

  test("may end an order short", () => {
    expect(reported(ten, report({ quantity: "7", isComplete: true }), limits)).toBe(
      "7 good, 0 scrapped, done",
    );
    expect(
      reported({ ...ten, produced: decimal("7") }, report({ quantity: "0", isComplete: true }), limits),
    ).toBe("7 good, 0 scrapped, done");
  });

  test("of nothing, or of more than the limit allows, is refused", () => {
    expect(reported(ten, report({ quantity: "0" }), limits)).toBe("nothing-to-report");
    expect(reportProduction(ten, report({ quantity: "11" }), limits)).toMatchObject({
      refusal: "over-production",
      params: { most: "10" },
    });
    const generous = { ...limits, overPercent: decimal("15") };
    expect(reported(ten, report({ quantity: "11" }), generous)).toBe("11 good, 0 scrapped, done");
    expect(reported(ten, report({ quantity: "12" }), generous)).toBe("over-production");
  });
});

const screws: OrderMaterial = {
  position: 1,
  quantity: decimal("82"),
  issued: ZERO,
  isFixed: false,
  decimals: 0,
};

describe("backflush", () => {
  const of = (material: Partial<OrderMaterial>, produced: string, scrapped = "0") =>
    decimalText(
      backflush(
        { ...screws, ...material },
        { ...ten, produced: decimal(produced), scrapped: decimal(scrapped) },
      ),
    );

  test("takes the share of what was made, scrapped pieces too, rounded up", () => {
    expect([of({}, "4"), of({}, "4", "1"), of({}, "10")]).toEqual(["33", "41", "82"]);
  });

  test("counts what was issued by hand, and never takes anything back", () => {
    expect(of({ issued: decimal("30") }, "4")).toBe("3");
    expect(of({ issued: decimal("50") }, "4")).toBe("0");
  });

  test("takes a fixed material whole with the first piece", () => {
    expect([of({ isFixed: true }, "1"), of({ isFixed: true, issued: decimal("82") }, "9")]).toEqual([
      "82",
      "0",
    ]);
  });

  test("has taken exactly the material's quantity when all is made, however it was reported", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 }), (reports) => {
        const total = reports.reduce((all, one) => all + one, 0);
        let [material, made] = [screws, 0];
        for (const part of reports) {
          made += part;
          const done = { quantity: decimal(String(total)), produced: decimal(String(made)), scrapped: ZERO };
          const issued = decimal(
            String(Number(decimalText(material.issued)) + Number(decimalText(backflush(material, done)))),
          );
          material = { ...material, issued };
        }
        expect(compare(material.issued, material.quantity)).toBe(0);
      }),
    );
  });
});

test("taken apart in parts, components come back rounded down, and all of them in the end", () => {
  const back = (produced: string, issued: string) =>
    decimalText(yieldOf({ ...screws, issued: decimal(issued) }, { ...ten, produced: decimal(produced) }));
  expect([back("0", "0"), back("3", "0"), back("10", "24")]).toEqual(["0", "24", "58"]);
});
