import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bomLine, factsOf, item, revision, RULES, TODAY } from "../../test/support/facts.ts";
import { add, compare, decimal, decimalText, subtract } from "../quantity/decimal.ts";
import type { UnitConversion } from "../quantity/unit.ts";
import type { BomLineFacts, Facts, ItemFacts } from "../validation/facts.ts";
import { explode } from "./explode.ts";
import { explodeLevels } from "./explode-levels.ts";
import { FlatBoms } from "./flat-boms.ts";
import { flattenBom } from "./flat-bom.ts";
import type { Conventions } from "./conventions.ts";

const kilo = { code: "KG", decimals: 3 };
const gram = { code: "G", decimals: 0 };
const sugar = item("SUGAR", { make: false, unit: kilo });
const egg = item("EGG", { make: false });
const fine = { code: "KG", decimals: 9 };

interface Recipe {
  readonly lines: readonly BomLineFacts[];
  readonly output?: string;
  readonly items?: readonly ItemFacts[];
  readonly conversions?: readonly UnitConversion[];
  readonly conventions?: Partial<Conventions>;
}

function materials(
  { lines, output = "1", items = [], conversions = [], conventions = {} }: Recipe,
  quantity: string,
) {
  const bom = revision(lines, { outputQuantity: decimal(output) });
  const cake = item("CAKE", { bomRevisions: [bom] });
  const facts: Facts = factsOf([cake, sugar, egg, ...items], { conversions });
  const flat = flattenBom({ item: cake, revision: bom, day: TODAY }, facts, {
    ...RULES.conventions,
    ...conventions,
  });
  const found = explode(decimal(quantity), flat);
  const shown = found.map(({ line, quantity: needed }) => {
    return `${line.component.number} ${decimalText(needed)} ${line.unit.code}`;
  });
  return { shown, found, problems: flat.problems };
}

const gramsToKilos: UnitConversion = { itemId: null, from: "KG", to: "G", factor: decimal("1000") };

describe("units", () => {
  test("a line in grams is needed in the kilograms stock is kept in, rounded up once", () => {
    const lines = [bomLine(sugar, "333.3334", { unit: gram })];
    expect(materials({ lines, conversions: [gramsToKilos] }, "3").shown).toEqual(["SUGAR 1.001 KG"]);
  });

  test("an item's own conversion wins over the general one", () => {
    const cup = { code: "CUP", decimals: 2 };
    const conversions = [
      { itemId: null, from: "CUP", to: "KG", factor: decimal("0.25") },
      { itemId: sugar.id, from: "CUP", to: "KG", factor: decimal("0.2") },
    ];
    expect(materials({ lines: [bomLine(sugar, "3", { unit: cup })], conversions }, "2").shown).toEqual([
      "SUGAR 1.2 KG",
    ]);
  });

  test("conversions lead on from one to the next: boxes of dozens to pieces", () => {
    const box = { code: "BOX", decimals: 0 };
    const conversions = [
      { itemId: egg.id, from: "BOX", to: "DZ", factor: decimal("10") },
      { itemId: null, from: "DZ", to: "EA", factor: decimal("12") },
    ];
    expect(materials({ lines: [bomLine(egg, "0.5", { unit: box })], conversions }, "3").shown).toEqual([
      "EGG 180 EA",
    ]);
  });

  test("a unit that nothing converts is kept as it is, and said", () => {
    const answer = materials({ lines: [bomLine(sugar, "250", { unit: gram }), bomLine(egg, "3")] }, "2");
    expect(answer.shown).toEqual(["SUGAR 500 G", "EGG 6 EA"]);
    expect(answer.problems).toMatchObject([{ code: "unit-not-converted", severity: "warning" }]);
  });
});

describe("scrap", () => {
  const lines = [bomLine(egg, "1", { scrapPercent: decimal("5") })];

  test("5 % on 100 is 105 when it is added, and 106 when it is divided by the yield", () => {
    expect(materials({ lines }, "100").shown).toEqual(["EGG 105 EA"]);
    expect(materials({ lines, conventions: { scrap: "divided" } }, "100").shown).toEqual(["EGG 106 EA"]);
  });

  test("compounds through a phantom: 10 % of a kit whose parts lose 10 %", () => {
    const tenth = { scrapPercent: decimal("10") };
    const kit = item("KIT", { bomRevisions: [revision([bomLine(sugar, "1", tenth)])] });
    const through = [bomLine(kit, "1", { ...tenth, isPhantom: true })];
    expect(materials({ lines: through, items: [kit] }, "100").shown).toEqual(["SUGAR 121 KG"]);
  });

  test("of 100 % can never be made up for by the yield, so the line is reported", () => {
    const all = [bomLine(egg, "1", { scrapPercent: decimal("100") }), bomLine(sugar, "1")];
    const answer = materials({ lines: all, conventions: { scrap: "divided" } }, "1");
    expect(answer.shown).toEqual(["SUGAR 1 KG"]);
    expect(answer.problems).toMatchObject([{ code: "bom-line-skipped" }]);
  });
});

describe("phantoms", () => {
  test("a phantom that is needed once needs its components once", () => {
    const kit = item("KIT", { bomRevisions: [revision([bomLine(egg, "3")])] });
    const lines = [bomLine(kit, "2", { isFixed: true, isPhantom: true })];
    expect(materials({ lines, items: [kit] }, "50").shown).toEqual(["EGG 6 EA"]);
  });

  test("a phantom measured in another unit is converted before it is blown through", () => {
    const mix = item("MIX", { unit: kilo, bomRevisions: [revision([bomLine(egg, "4")])] });
    const lines = [bomLine(mix, "500", { unit: gram, isPhantom: true })];
    expect(materials({ lines, items: [mix], conversions: [gramsToKilos] }, "3").shown).toEqual(["EGG 6 EA"]);
  });
});

describe("whatever the BOM", () => {
  const share = fc.integer({ min: 1, max: 9999 }).map((n) => (n / 100).toFixed(2));
  const whole = fc.integer({ min: 1, max: 500 });

  test("twice the order takes twice the material, to the last digit a unit keeps", () => {
    const exact = item("EXACT", { make: false, unit: fine });
    fc.assert(
      fc.property(share, whole, (per, quantity) => {
        const recipe = { lines: [bomLine(exact, per)], items: [exact] };
        const [once, twice] = [quantity, quantity * 2].map(
          (made) => materials(recipe, String(made)).found[0]?.quantity,
        );
        expect(compare(twice ?? decimal("0"), add(once ?? decimal("0"), once ?? decimal("0")))).toBe(0);
      }),
    );
  });

  test("rounding never saves anything: two small orders take at least what one big one takes, and less than a step a line more", () => {
    fc.assert(
      fc.property(share, whole, whole, (per, one, other) => {
        const recipe = { lines: [bomLine(egg, per)] };
        const of = (made: number) => materials(recipe, String(made)).found[0]?.quantity ?? decimal("0");
        const apart = add(of(one), of(other));
        const extra = subtract(apart, of(one + other));
        expect(compare(extra, decimal("0"))).toBeGreaterThanOrEqual(0);
        expect(compare(extra, decimal("2"))).toBe(-1);
      }),
    );
  });

  test("the order of its lines changes the order of the materials and nothing else", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 6 }), whole, (shares, quantity) => {
        const lines = shares.map((per) => bomLine(egg, per));
        const forwards = materials({ lines }, String(quantity)).shown;
        expect(materials({ lines: lines.toReversed() }, String(quantity)).shown).toEqual(
          forwards.toReversed(),
        );
      }),
    );
  });

  test("a phantom takes exactly what its components in its place would take", () => {
    fc.assert(
      fc.property(fc.tuple(share, share), fc.tuple(whole, whole), ([ofKit, ofEgg], [output, quantity]) => {
        const kit = item("KIT", {
          bomRevisions: [revision([bomLine(egg, ofEgg)], { outputQuantity: decimal(String(output)) })],
        });
        const through = materials(
          { lines: [bomLine(kit, ofKit, { isPhantom: true })], items: [kit] },
          String(quantity),
        );
        // All shares are hundredths: in ten-thousandths everything is a whole number.
        const [a, b] = [ofKit, ofEgg].map((text) => BigInt(text.replace(".", "")));
        const [above, below] = [(a ?? 0n) * (b ?? 0n) * BigInt(quantity), 10_000n * BigInt(output)];
        expect(through.shown).toEqual([`EGG ${String((above + below - 1n) / below)} EA`]);
      }),
    );
  });
});

describe("all levels", () => {
  const boms = (...items: readonly ItemFacts[]) => new FlatBoms(factsOf(items), RULES.conventions);

  test("are listed below each other in the BOM's order, made parts rounded up before they are exploded", () => {
    const cream = item("CREAM", {
      unit: kilo,
      bomRevisions: [revision([bomLine(egg, "3")], { outputQuantity: decimal("2") })],
    });
    const cake = item("CAKE", { bomRevisions: [revision([bomLine(cream, "0.3333"), bomLine(egg, "2")])] });
    const levels = explodeLevels({ item: cake, quantity: decimal("10"), day: TODAY }, boms(cake, cream, egg));
    expect(
      levels.lines.map(({ level, material }) => {
        return `${level} ${material.line.component.number} ${decimalText(material.quantity)}`;
      }),
    ).toEqual(["1 CREAM 3.333", "2 EGG 5", "1 EGG 20"]);
    expect(decimalText(levels.totals.get(egg.id) ?? decimal("0"))).toBe("25");
  });

  test("5,000 lines over 12 levels are all there", () => {
    let below = Array.from({ length: 416 }, (_, index) => item(`PART-${index}`, { make: false }));
    const all = [...below];
    for (let level = 12; level >= 1; level -= 1) {
      const parts = below.slice(0, 416).map((part) => bomLine(part, "1"));
      const made = item(`LEVEL-${level}`, { bomRevisions: [revision(parts)] });
      all.push(made);
      below = [made, ...all.slice(0, 415)];
    }
    const top = all.at(-1);
    if (top === undefined) throw new Error("There is a top");
    const levels = explodeLevels({ item: top, quantity: decimal("1"), day: TODAY }, boms(...all));
    expect(levels.lines).toHaveLength(12 * 416);
    expect(Math.max(...levels.lines.map(({ level }) => level))).toBe(12);
  });
});
