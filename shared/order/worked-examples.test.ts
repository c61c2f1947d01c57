/**
 * Examples that other systems publish, in their documentation or their own tests, with their figures beside ours.
 * Only facts and figures are theirs. docs/planning-conventions.md tells them for people; where `theirs` differs, it
 * says why.
 */
import { describe, expect, test } from "vitest";
import {
  bomLine,
  factsOf,
  item,
  mainPlant,
  operation,
  revision,
  RULES,
  TODAY,
} from "../../test/support/facts.ts";
import { backflush, yieldOf } from "./backflush.ts";
import { reportProduction } from "./report-production.ts";
import { addDays, knownDate } from "../quantity/calendar-date.ts";
import { decimal, decimalText, ZERO } from "../quantity/decimal.ts";
import type { UnitConversion } from "../quantity/unit.ts";
import type { BomLineFacts, ItemFacts } from "../validation/facts.ts";
import { explode } from "../planning/explode.ts";
import { explodeLevels } from "../planning/explode-levels.ts";
import { BomLoops } from "../planning/find-bom-loop.ts";
import { FlatBoms } from "../planning/flat-boms.ts";
import { operationMinutes } from "../planning/operation-minutes.ts";
import { planDates } from "../planning/plan-dates.ts";

const ODOO = "https://github.com/odoo/odoo/blob/HEAD/addons/mrp/tests";
const ERPNEXT = "https://github.com/frappe/erpnext/blob/HEAD/erpnext/manufacturing/doctype";
const INVENTREE = "https://github.com/inventree/InvenTree/blob/HEAD/docs/docs/manufacturing";
const TRYTON = "https://github.com/tryton/tryton/blob/HEAD/modules/production/tests";

const kilo = { code: "KG", decimals: 3 };
const meter = { code: "M", decimals: 2 };
const millimeter = { code: "MM", decimals: 0 };
const part = (number: string, unit = { code: "EA", decimals: 0 }): ItemFacts =>
  item(number, { make: false, unit });

interface Example {
  readonly source: string;
  readonly says: string;
  readonly lines: readonly BomLineFacts[];
  readonly output?: string;
  readonly made: string;
  readonly theirs: string;
  readonly ours: string;
  readonly items?: readonly ItemFacts[];
  readonly conversions?: readonly UnitConversion[];
}

const butter = part("butter", kilo);
const biscuit = part("biscuit", kilo);
const cream = part("cream", { code: "L", decimals: 2 });
const crumble = part("crumble", kilo);
const first = part("component 1");
const second = part("component 2", meter);
const tube = part("tubing", millimeter);
const screw = part("screw");
const top = part("top");
const leg = part("leg");
const foot = part("foot");
const legWithFoot = item("leg and foot", {
  bomRevisions: [revision([bomLine(leg, "1"), bomLine(foot, "1")])],
});
const dozens = part("kept in dozens", { code: "DZ", decimals: 2 });
const centimeter = { code: "CM", decimals: 0 };

const examples: readonly Example[] = [
  {
    source: `${ODOO}/test_bom.py test_20_bom_report`,
    says: "a batch of 11 kg takes 5 and 6 kg",
    lines: [bomLine(butter, "5"), bomLine(biscuit, "6")],
    output: "11",
    made: "11",
    theirs: "butter 5 KG, biscuit 6 KG",
    ours: "butter 5 KG, biscuit 6 KG",
  },
  {
    source: `${ODOO}/test_bom.py test_20_bom_report`,
    says: "one kilogram takes an eleventh of it; their report keeps the fraction, we round up to the gram",
    lines: [bomLine(butter, "5"), bomLine(biscuit, "6")],
    output: "11",
    made: "1",
    theirs: "butter 5/11 KG, biscuit 6/11 KG",
    ours: "butter 0.455 KG, biscuit 0.546 KG",
  },
  {
    source: `${ODOO}/test_bom.py test_20_bom_report`,
    says: "60 cakes take 3 l of cream and 5.4 kg of crumble",
    lines: [bomLine(cream, "3"), bomLine(crumble, "5.4")],
    output: "60",
    made: "60",
    theirs: "cream 3 L, crumble 5.4 KG",
    ours: "cream 3 L, crumble 5.4 KG",
  },
  {
    source: `${ODOO}/test_bom.py test_14_bom_kit_qty_multi_uom`,
    says: "12 pieces of what is kept in dozens are one dozen",
    lines: [bomLine(dozens, "1", { unit: { code: "EA", decimals: 0 } })],
    conversions: [{ itemId: null, from: "DZ", to: "EA", factor: decimal("12") }],
    made: "12",
    theirs: "kept in dozens 1 DZ",
    ours: "kept in dozens 1 DZ",
  },
  {
    source: `${TRYTON}/scenario_production.rst`,
    says: "2 products of 5 pieces and 150 cm; they keep the line's unit, we tell the one stock is kept in",
    lines: [bomLine(first, "5"), bomLine(second, "150", { unit: centimeter })],
    conversions: [{ itemId: null, from: "M", to: "CM", factor: decimal("100") }],
    made: "2",
    theirs: "component 1 10 EA, component 2 300 CM",
    ours: "component 1 10 EA, component 2 3 M",
  },
  {
    source: `${TRYTON}/scenario_production_rounding.rst`,
    says: "4 for a batch of 9, made 3: a component is rounded up",
    lines: [bomLine(first, "4")],
    output: "9",
    made: "3",
    theirs: "component 1 2 EA",
    ours: "component 1 2 EA",
  },
  {
    source: `${TRYTON}/scenario_production_phantom_bom.rst`,
    says: "a table of a top and four phantoms of a leg and a foot",
    lines: [bomLine(top, "1"), bomLine(legWithFoot, "4", { isPhantom: true })],
    items: [legWithFoot, leg, foot],
    made: "1",
    theirs: "top 1 EA, leg 4 EA, foot 4 EA",
    ours: "top 1 EA, leg 4 EA, foot 4 EA",
  },
  {
    source: `${INVENTREE}/required.md`,
    says: "3 each, 2 % attrition, 10 for setup, 100 made; they round 316 up to a multiple of 25, we have no such multiples",
    lines: [bomLine(screw, "3", { scrapPercent: decimal("2") }), bomLine(screw, "10", { isFixed: true })],
    made: "100",
    theirs: "screw 325 EA",
    ours: "screw 306 EA, screw 10 EA",
  },
  {
    source: `${INVENTREE}/bom.md`,
    says: "five harnesses of ten wires of 200 mm",
    lines: [bomLine(tube, "2000")],
    made: "5",
    theirs: "tubing 10000 MM",
    ours: "tubing 10000 MM",
  },
  {
    source: `${INVENTREE}/bom.md`,
    says: "three systems of four tubes of 500 mm, 5 % lost: the loss is added",
    lines: [bomLine(tube, "2000", { scrapPercent: decimal("5") })],
    made: "3",
    theirs: "tubing 6300 MM",
    ours: "tubing 6300 MM",
  },
  {
    source: `${INVENTREE}/bom.md`,
    says: "500 g of what is kept in kilograms are 0.5 kg",
    lines: [bomLine(crumble, "500", { unit: { code: "G", decimals: 0 } })],
    conversions: [{ itemId: null, from: "KG", to: "G", factor: decimal("1000") }],
    made: "1",
    theirs: "crumble 0.5 KG",
    ours: "crumble 0.5 KG",
  },
];

describe("materials", () => {
  test.each(examples)(
    "$says ($source)",
    ({ lines, output = "1", made, ours, items = [], conversions = [] }) => {
      const bom = revision(lines, { outputQuantity: decimal(output) });
      const product = item("product", { bomRevisions: [bom] });
      const parts = [butter, biscuit, cream, crumble, first, second, tube, screw, top, dozens];
      const facts = factsOf([product, ...parts, ...items], { conversions });
      const flat = new FlatBoms(facts, RULES.conventions).of({ item: product, revision: bom, day: TODAY });
      const told = explode(decimal(made), flat).map(
        ({ line, quantity }) => `${line.component.number} ${decimalText(quantity)} ${line.unit.code}`,
      );
      expect(told.join(", ")).toBe(ours);
    },
  );

  test(`a car of 10 l of paint and a dashboard, two of which take 1 l: 10.5 l in all (${ODOO}/test_bom.py test_21_bom_report_variant)`, () => {
    const paint = part("paint", { code: "L", decimals: 2 });
    const half = revision([bomLine(paint, "1")], { outputQuantity: decimal("2") });
    const dashboard = item("dashboard", { bomRevisions: [half] });
    const five = revision([bomLine(paint, "50"), bomLine(dashboard, "5")], { outputQuantity: decimal("5") });
    const car = item("car", { bomRevisions: [five] });
    const boms = new FlatBoms(factsOf([car, dashboard, paint]), RULES.conventions);
    const { totals } = explodeLevels({ item: car, quantity: decimal("1"), day: TODAY }, boms);
    expect(decimalText(totals.get(paint.id) ?? ZERO)).toBe("10.5");
  });

  test(`three sub-assemblies of four screws are twelve screws (${INVENTREE}/bom.md)`, () => {
    const doohickey = item("doohickey", { bomRevisions: [revision([bomLine(screw, "4")])] });
    const widget = item("widget", { bomRevisions: [revision([bomLine(doohickey, "3")])] });
    const boms = new FlatBoms(factsOf([widget, doohickey, screw]), RULES.conventions);
    const { totals } = explodeLevels({ item: widget, quantity: decimal("1"), day: TODAY }, boms);
    expect(decimalText(totals.get(screw.id) ?? ZERO)).toBe("12");
  });

  test(`two BOMs that contain each other are refused (${ERPNEXT}/bom/test_bom.py test_bom_recursion_transitive)`, () => {
    const plain = item("one");
    const other = item("other", { bomRevisions: [revision([bomLine(plain, "1")])] });
    const one = { ...plain, bomRevisions: [revision([bomLine(other, "1")])] };
    const loops = new BomLoops(new FlatBoms(factsOf([one, other]), RULES.conventions));
    expect(loops.find(one, TODAY)?.map(({ number }) => number)).toEqual(["one", "other", "one"]);
  });
});

describe("time", () => {
  const minutes = (run: string, quantity: string, setup = "0"): number =>
    operationMinutes(
      operation({ runMinutes: decimal(run), setupMinutes: decimal(setup) }),
      decimal(quantity),
      RULES.conventions,
    );

  test(`5, 3 and 5 minutes each are 143 minutes for 11 (${ODOO}/test_bom.py test_20_bom_report)`, () => {
    expect(minutes("5", "11") + minutes("3", "11") + minutes("5", "11")).toBe(143);
  });

  test(`10 and 5 minutes each, 25 for setting up and cleaning: 925 for 60 (${ODOO}/test_bom.py test_20_bom_report)`, () => {
    expect(minutes("10", "60") + minutes("5", "60", "25")).toBe(925);
  });

  test(`5 minutes a piece are 660 minutes for 11 dozen (${ODOO}/test_bom.py test_bom_report_dozens)`, () => {
    expect(minutes("5", "132")).toBe(660);
  });

  const dated = (needDate: string, today: string) => {
    const demand = { item: item("product", { leadTimeDays: 1 }), quantity: decimal("2"), store: mainPlant };
    const work = { demand: { ...demand, needDate: knownDate(needDate) }, operations: [] };
    return planDates({ ...work, today: knownDate(today), conventions: RULES.conventions });
  };

  test(`a lead time of one day: wanted today, begun yesterday (${TRYTON}/scenario_production.rst)`, () => {
    const need = addDays(TODAY, 5);
    expect(dated(need, TODAY)).toMatchObject({ scheduleDate: addDays(need, -1), dueDate: need });
  });

  test(`what should have begun yesterday begins today (${TRYTON}/scenario_production.rst)`, () => {
    expect(dated(TODAY, TODAY)).toMatchObject({ scheduleDate: TODAY, dueDate: addDays(TODAY, 1) });
  });
});

describe("production", () => {
  /** Whether so many more may be reported of an order for so many. */
  const may = ([more, produced, ordered]: readonly [string, string, string], overPercent = "0"): boolean =>
    reportProduction(
      { quantity: decimal(ordered), produced: decimal(produced), scrapped: ZERO },
      { quantity: decimal(more), scrapped: ZERO, isComplete: false },
      { unit: "EA", decimals: 0, overPercent: decimal(overPercent) },
    ).ok;

  test(`4 of 10 are made, 7 more are too many (${ERPNEXT}/work_order/test_work_order.py test_over_production)`, () => {
    expect(may(["7", "4", "10"])).toBe(false);
    expect(may(["6", "4", "10"])).toBe(true);
  });

  test(`3 of 2 only where 50 % more are allowed (${ERPNEXT}/work_order/test_work_order.py test_allow_overproduction)`, () => {
    expect([may(["3", "0", "2"]), may(["3", "0", "2"], "50")]).toEqual([false, true]);
  });

  test(`12 of 10 are beyond a tolerance of 10 %, 11 are not; they warn, we refuse (${TRYTON}/scenario_production_tolerance.rst)`, () => {
    expect([may(["12", "0", "10"], "10"), may(["11", "0", "10"], "10")]).toEqual([false, true]);
  });

  test(`of 100 with 30 % more allowed, the 50 after the first 60 take 50 and 100 (${ERPNEXT}/work_order/test_work_order.py test_backflush_qty_for_overpduction_manufacture)`, () => {
    const made = (produced: string) => ({
      quantity: decimal("100"),
      produced: decimal(produced),
      scrapped: ZERO,
    });
    const takes = (quantity: string, issued: string) =>
      decimalText(
        backflush(
          { position: 1, quantity: decimal(quantity), issued: decimal(issued), isFixed: false, decimals: 0 },
          made("110"),
        ),
      );
    expect(may(["50", "60", "100"], "30")).toBe(true);
    expect([takes("100", "60"), takes("200", "120")]).toEqual(["50", "100"]);
  });

  test(`3 of 5 taken apart give back 12 of 20 and 3 of 5 (${ODOO}/test_unbuild.py test_unbuild_standart)`, () => {
    const apart = { quantity: decimal("5"), produced: decimal("3"), scrapped: ZERO };
    const back = (quantity: string) =>
      decimalText(
        yieldOf(
          { position: 1, quantity: decimal(quantity), issued: ZERO, isFixed: false, decimals: 0 },
          apart,
        ),
      );
    expect([back("20"), back("5")]).toEqual(["12", "3"]);
  });
});
