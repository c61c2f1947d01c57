/**
 * Published examples of several levels, netting, scrap and time, with other systems' figures; the sources are in
 * docs/planning-conventions.md under the names used here.
 */
import { describe, expect, test } from "vitest";
import {
  bomLine,
  draft,
  factsOf,
  item,
  operation,
  revision,
  RULES,
  supplyOf,
  TODAY,
} from "../../test/support/facts.ts";
import { knownDate } from "../quantity/calendar-date.ts";
import { decimal, decimalText } from "../quantity/decimal.ts";
import type { Facts, ItemFacts } from "../validation/facts.ts";
import { chooseRevision } from "./choose-revision.ts";
import type { Conventions } from "./conventions.ts";
import { explodeLevels } from "./explode-levels.ts";
import { FlatBoms } from "./flat-boms.ts";
import { operationMinutes } from "./operation-minutes.ts";
import { planOrders } from "./plan-orders.ts";
import { withChildren } from "./planned-order.ts";
import { shortagesOf } from "./readiness.ts";

/** A small factory, written down as "FG: 3 A, 5 B"; what no line makes is bought. A star marks a phantom. */
function factory(...recipes: readonly string[]): ReadonlyMap<string, ItemFacts> {
  const items = new Map<string, ItemFacts>();
  const named = (name: string): ItemFacts => items.get(name) ?? bought(name);
  const bought = (name: string): ItemFacts => {
    const one = item(name, { make: false, leadTimeDays: 0 });
    items.set(name, one);
    return one;
  };
  for (const recipe of recipes) {
    const [name = "", text = ""] = recipe.split(": ");
    const lines = text.split(", ").map((line) => {
      const [per = "", component = ""] = line.split(" ");
      return bomLine(named(component.replace("*", "")), per, { isPhantom: component.endsWith("*") });
    });
    items.set(name, item(name, { leadTimeDays: 0, bomRevisions: [revision(lines)] }));
  }
  return items;
}

function known(items: ReadonlyMap<string, ItemFacts>, name: string): ItemFacts {
  const found = items.get(name);
  if (found === undefined) throw new Error(`No recipe names ${name}`);
  return found;
}

/** What "7 Parent" takes over all levels, of the items named. */
function takes(items: ReadonlyMap<string, ItemFacts>, order: string, names: string): string {
  const [quantity = "", top = ""] = order.split(" ");
  const boms = new FlatBoms(factsOf([...items.values()]), RULES.conventions);
  const { totals } = explodeLevels(
    { item: known(items, top), quantity: decimal(quantity), day: TODAY },
    boms,
  );
  const total = (name: string): string => decimalText(totals.get(known(items, name).id) ?? decimal("0"));
  return names.split(" ").map(total).join(" ");
}

describe("all levels", () => {
  test("ERPNext E01: 2 of 3 of 3, for 3", () => {
    const items = factory("B3: 3 RM", "B2: 3 B3", "B1: 2 B2");
    expect(takes(items, "3 B1", "B3 RM")).toBe("18 54");
  });

  test("ERPNext E02: nine raw materials over four levels, for 3", () => {
    const items = factory(
      ...["C: 3 c1, 5 c2", "D: 2 d1, 13 d2", "E: 4 e1, 11 e2"],
      ...["A: 2 C, 7 D, 6 a", "B: 1 E, 9 b", "FG: 3 A, 5 B, 8 f"],
    );
    expect(takes(items, "3 FG", "c1 c2 d1 d2 a e1 e2 b f")).toBe("54 90 126 819 54 60 165 135 24");
  });

  test("Odoo O08: ten kits of 2, 1 and 3", () => {
    expect(takes(factory("Kit: 2 A, 1 B, 3 C", "P: 1 Kit*"), "10 P", "A B C")).toBe("20 10 30");
  });

  test("Odoo O09: seven parents of kits of kits", () => {
    const items = factory("K1: 2 A, 1 B, 3 C", "K2: 1 D, 2 K1*", "K3: 1 F, 2 G", "P: 2 K2*, 2 K3*, 1 E");
    expect(takes(items, "7 P", "A B C D E F G")).toBe("56 28 84 14 7 14 28");
  });

  test("Odoo O03: 20 × 2.03 and 4.16 are rounded up to 41 and 84 pieces", () => {
    expect(takes(factory("P: 2.03 A, 4.16 B"), "20 P", "A B")).toBe("41 84");
  });

  test("InvenTree I08: ten of 5, 3 and 2", () => {
    expect(takes(factory("P: 5 A, 3 B, 2 C"), "10 P", "A B C")).toBe("50 30 20");
  });
});

interface Wanted {
  readonly items: ReadonlyMap<string, ItemFacts>;
  /** "100 FG1", a row each. */
  readonly rows: readonly string[];
  /** "80 SA". */
  readonly stock: readonly string[];
}

/** What is made below the rows, and what is then short, added up by item. */
function nets({ items, rows, stock }: Wanted): { readonly made: string; readonly short: string } {
  const supply: Facts["supply"] = new Map(
    stock.map((text) => {
      const [quantity = "", name = ""] = text.split(" ");
      return supplyOf(known(items, name), quantity);
    }),
  );
  const lines = rows.map((text, index) => {
    const [quantity = "", name = ""] = text.split(" ");
    return draft(index + 2, { item: name, quantity, needDate: "2027-05-03" });
  });
  const planned = planOrders(lines, factsOf([...items.values()], { supply }), {
    ...RULES,
    subAssemblies: "make",
  });
  const orders = planned.flatMap((row) => (row.outcome === "ready" ? withChildren(row.order) : []));
  const tops = new Set(planned.flatMap((row) => (row.outcome === "ready" ? [row.order] : [])));
  const made = orders
    .filter((order) => !tops.has(order))
    .map(({ demand }) => [demand.item.number, demand.quantity] as const);
  const short = orders
    .flatMap(({ readiness }) => shortagesOf(readiness))
    .filter(({ material }) => !material.line.component.make)
    .map(({ material, quantity }) => [material.line.component.number, quantity] as const);
  return { made: addedUp(made), short: addedUp(short) };
}

function addedUp(list: readonly (readonly [string, ReturnType<typeof decimal>])[]): string {
  const totals = new Map<string, number>();
  for (const [name, quantity] of list)
    totals.set(name, (totals.get(name) ?? 0) + Number(decimalText(quantity)));
  return [...totals]
    .toSorted()
    .map(([name, total]) => `${total} ${name}`)
    .join(", ");
}

describe("netting", () => {
  test("ERPNext E03: shared sub-assembly and raw material, served in the rows' order", () => {
    const items = factory(
      ...["SA: 1 RM1, 1 RM2", "SA2: 1 RM2", "FG1: 1 SA, 1 RM1", "FG2: 1 SA", "FG3: 1 RM1", "FG4: 1 SA2"],
    );
    const rows = ["100 FG1", "50 FG2", "10 FG3", "10 FG4"];
    expect(nets({ items, rows, stock: ["80 SA", "90 RM1"] })).toEqual({
      made: "70 SA, 10 SA2",
      short: "90 RM1, 80 RM2",
    });
  });

  test("ERPNext E04: stock on both levels", () => {
    const items = factory("S1: 1 R1", "S2: 1 R2", "FG: 1 S1, 1 S2");
    expect(nets({ items, rows: ["15 FG"], stock: ["5 S1", "5 S2", "5 R1", "5 R2"] })).toEqual({
      made: "10 S1, 10 S2",
      short: "5 R1, 5 R2",
    });
  });

  test("ERPNext E05: a sub-assembly that is partly in stock, beside one that is bought", () => {
    const items = factory("S1: 1 C1", "FG: 1 S1, 1 S2");
    expect(nets({ items, rows: ["10 FG"], stock: ["5 S1"] })).toEqual({ made: "5 S1", short: "5 C1, 10 S2" });
  });

  test("ERPNext E07: what is there is used, the rest is short", () => {
    const items = factory("FG: 1 RM");
    expect(nets({ items, rows: ["1 FG"], stock: ["1 RM"] }).short).toBe("");
    expect(nets({ items, rows: ["10 FG"], stock: ["4 RM"] }).short).toBe("6 RM");
  });

  test("Odoo O27: two sub-assemblies share three of the four parts they need", () => {
    const items = factory("X: 1 raw", "C: 1 X", "D: 1 X", "B: 1 C, 1 D");
    expect(nets({ items, rows: ["2 B"], stock: ["3 X"] }).made).toBe("2 C, 2 D, 1 X");
  });
});

describe("scrap", () => {
  const share = (quantity: string, percent: string, conventions: Partial<Conventions> = {}): string => {
    const raw = item("raw", { make: false, unit: { code: "KG", decimals: 3 } });
    const bom = revision([bomLine(raw, "1", { scrapPercent: decimal(percent) })]);
    const product = item("product", { bomRevisions: [bom] });
    const boms = new FlatBoms(factsOf([product, raw]), { ...RULES.conventions, ...conventions });
    const { totals } = explodeLevels({ item: product, quantity: decimal(quantity), day: TODAY }, boms);
    return decimalText(totals.get(raw.id) ?? decimal("0"));
  };
  const divided = { scrap: "divided" } as const;

  test("InvenTree I02: 300 each, 5 %, for 10 are 3,150: added", () => {
    expect(share("3000", "5")).toBe("3150");
  });

  test("SAP S05: 100 with 20 % lost take 125 where scrap divides", () => {
    expect(share("100", "20", divided)).toBe("125");
  });

  test("Oracle R01: 10 at a yield of one half are 20 where scrap divides", () => {
    expect(share("10", "50", divided)).toBe("20");
  });

  test("beas X01: 10 with 10 % are 11 added and 11.112 divided", () => {
    expect([share("10", "10"), share("10", "10", divided)]).toEqual(["11", "11.112"]);
  });
});

describe("time and validity", () => {
  test("Odoo O17: two at once, 10 minutes a round, where a started round takes its whole time", () => {
    const oven = operation({ capacity: decimal("2"), runMinutes: decimal("10") });
    const conventions = { ...RULES.conventions, operationTime: "per-started-batch" } as const;
    const rounds = ["1", "2", "3", "4", "5"].map((quantity) =>
      operationMinutes(oven, decimal(quantity), conventions),
    );
    expect(rounds).toEqual([10, 10, 20, 20, 30]);
  });

  test("Odoo O18: setup of 11 and 60 a piece, for 20", () => {
    const center = operation({ setupMinutes: decimal("11"), runMinutes: decimal("60") });
    expect(operationMinutes(center, decimal("20"), RULES.conventions)).toBe(1211);
  });

  test("SAS X06: the last day of a validity still counts, and the next day is the successor's", () => {
    const before = revision([], { revision: "2200", validTo: knownDate("2001-04-07") });
    const after = revision([], { revision: "2210", validFrom: knownDate("2001-04-08") });
    const product = item("1700", { bomRevisions: [before, after] });
    const on = (day: string) => chooseRevision(product, knownDate(day))?.revision;
    expect([on("2001-04-07"), on("2001-04-08")]).toEqual(["2200", "2210"]);
  });
});
