/** Materials of an order edited line by line: they stay edited, whatever becomes of the order. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import { eventPageSchema } from "../shared/wire/events.ts";
import { orderExplanationSchema } from "../shared/wire/readiness.ts";
import { importCatalog } from "../server/use-cases/import-catalog.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let orders: OrderWork;
beforeEach(async () => {
  service = await startService();
  orders = new OrderWork(service);
});
afterEach(() => service.close());

async function materialsOf(number: string): Promise<Record<string, string>> {
  const { materials } = await orders.read(number);
  return Object.fromEntries(materials.map(({ item, quantity, unit }) => [item, `${quantity} ${unit}`]));
}

interface To {
  readonly item?: string;
  readonly quantity?: string;
  readonly unit?: string;
}

/** The order's line with this component, as it is, to something else. */
async function lineTo(number: string, item: string, to: To | null) {
  const { materials } = await orders.read(number);
  const line = materials.find((one) => one.item === item);
  const { position = 0, quantity = "", unit = "" } = line ?? {};
  const from = { item, quantity, unit };
  return { position, from, to: to === null ? null : { item, quantity, ...to } };
}

const change = (number: string, materials: readonly object[], more: object = {}) =>
  orders.act(`${number}/material-changes`, { materials, ...more });

const amend = (number: string, from: string, to: string) =>
  orders.act(`${number}/amendments`, { changes: { quantity: { from, to } } });

async function importing(name: string, text: string): Promise<void> {
  const files = [{ name, bytes: new TextEncoder().encode(text) }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

/** One of each: set, replaced, removed, added. */
async function edited(number: string) {
  return change(number, [
    await lineTo(number, "SCREW-4X40", { quantity: "100" }),
    await lineTo(number, "CARTON-S", { item: "CARTON-L" }),
    await lineTo(number, "LABEL-STD", null),
    { to: { item: "FELT-PAD", quantity: "45" } },
  ]);
}

describe("the materials of an order", () => {
  test("are set, replaced, removed and added, all other lines staying as they are", async () => {
    const number = await orders.make();
    const before = await materialsOf(number);
    expect(await edited(number)).toMatchObject([{ outcome: "changed", order: { version: 2 } }]);
    const { "LABEL-STD": _label, "CARTON-S": _small, ...others } = before;
    expect(await materialsOf(number)).toEqual({
      ...others,
      "SCREW-4X40": "100 EA",
      "CARTON-L": "10 EA",
      "FELT-PAD": "45 EA",
    });
    const { materials, removedMaterials } = await orders.read(number);
    expect(
      materials.flatMap(({ item, edit }) => (edit === null ? [] : [[item, edit.kind, edit.insteadOf]])),
    ).toEqual([
      ["SCREW-4X40", "set", null],
      ["CARTON-L", "replaced", "CARTON-S"],
      ["FELT-PAD", "added", null],
    ]);
    expect(removedMaterials).toMatchObject([{ item: "LABEL-STD", by: "Ana" }]);
  });

  test("are told in the log with who changed which line, and in the explanation", async () => {
    const number = await orders.make();
    await edited(number);
    const { events } = eventPageSchema.parse((await service.send("/events?after=0&limit=500")).body);
    expect(events.at(-1)).toMatchObject({ kind: "materials-changed", actor: "Ana", order: { number } });
    expect(events.at(-1)?.materials?.slice(1)).toEqual([
      {
        was: { item: "CARTON-S", quantity: "10", unit: "EA" },
        is: { item: "CARTON-L", quantity: "10", unit: "EA" },
      },
      { was: { item: "LABEL-STD", quantity: "10", unit: "EA" }, is: null },
      { was: null, is: { item: "FELT-PAD", quantity: "45", unit: "EA" } },
    ]);
    await amend(number, "10", "20");
    const answer = await service.send(`/manufacturing-orders/${number}/explanation`);
    const { steps } = orderExplanationSchema.parse(answer.body);
    const sentences = steps.filter(({ code }) => code.startsWith("material-")).map((step) => step.sentence);
    expect(sentences).toContain(
      "SCREW-4X40: 200 EA; 100 EA for 10 EA set by Ana on 2027-03-10, whatever the bill of materials says.",
    );
    expect(sentences).toContain("LABEL-STD is not taken: removed by Ana on 2027-03-10.");
  });

  test("are claimed and ready as they were set", async () => {
    const number = await orders.make();
    await change(number, [{ to: { item: "RUG-200", quantity: "999" } }]);
    const { readiness } = await orders.read(number);
    expect(readiness?.shortages).toContainEqual(expect.objectContaining({ item: "RUG-200", unit: "EA" }));
    await change(number, [await lineTo(number, "RUG-200", null)]);
    expect((await orders.read(number)).readiness?.shortages.map(({ item }) => item)).not.toContain("RUG-200");
    expect((await orders.read(number)).removedMaterials).toEqual([]);
  });

  test("may be typed in any unit that leads to the one they are kept in", async () => {
    const number = await orders.make();
    await importing("unit-conversions.csv", "item,from,to,factor\nSCREW-4X40,SET,EA,50\n");
    await change(number, [await lineTo(number, "SCREW-4X40", { quantity: "2.5", unit: "set" })]);
    expect((await materialsOf(number))["SCREW-4X40"]).toBe("125 EA");
    await amend(number, "10", "3");
    expect((await materialsOf(number))["SCREW-4X40"]).toBe("38 EA");
  });
});

describe("edited lines keep their edit", () => {
  test("scaled exactly, there and back, when the order's quantity is amended", async () => {
    const number = await orders.make();
    await edited(number);
    const before = await materialsOf(number);
    await amend(number, "10", "7");
    expect(await materialsOf(number)).toMatchObject({
      "SCREW-4X40": "70 EA",
      "CARTON-L": "7 EA",
      "FELT-PAD": "32 EA",
    });
    expect(Object.keys(await materialsOf(number))).not.toContain("LABEL-STD");
    await amend(number, "7", "10");
    expect(await materialsOf(number)).toEqual(before);
  });

  test("when a dynamic order follows its line, and when a change of demand is taken over", async () => {
    const salesOrderSays = (quantity: string) =>
      importing(
        "sales-orders.csv",
        `document,line,item,store,quantity,done,need date,status,party
SO-20421,2,CHAIR-OAK,MAIN,${quantity},8,2027-03-19,released,Hotel Maas
`,
      );
    const make = async (link: string, quantity: string) => {
      const lines = [{ row: 2, kind: "sales-order", document: "SO-20421", line: "2", quantity }];
      const key = `press-own-materials-${link}`;
      const made = batchSchema.parse((await service.send("/batches", { key, lines, rules: { link } })).body);
      return made.rows[0]?.outcome === "created" ? made.rows[0].number : "";
    };
    const [dynamic, regular] = [await make("dynamic", "10"), await make("regular", "14")];
    for (const number of [dynamic, regular]) {
      await change(number, [
        await lineTo(number, "SCREW-4X40", { quantity: "50" }),
        await lineTo(number, "LABEL-STD", null),
        await lineTo(number, "CARTON-S", { item: "CARTON-L" }),
        { to: { item: "FELT-PAD", quantity: "7" } },
      ]);
    }
    await salesOrderSays("42");
    const kept = { "SCREW-4X40": "100 EA", "CARTON-L": "20 EA", "FELT-PAD": "14 EA" };
    expect(await materialsOf(dynamic)).toMatchObject(kept);
    expect(Object.keys(await materialsOf(dynamic))).not.toContain("LABEL-STD");
    expect((await materialsOf(regular))["FELT-PAD"]).toBe("7 EA");
    await orders.act("demand-changes", { numbers: [regular] });
    // 50 and 7 were for 14, and are for 24 now.
    const taken = { "SCREW-4X40": "86 EA", "CARTON-L": "24 EA", "FELT-PAD": "12 EA" };
    expect(await materialsOf(regular)).toMatchObject(taken);
    expect(Object.keys(await materialsOf(regular))).not.toContain("LABEL-STD");
  });

  test("in every part of a split, and only orders edited alike are merged again", async () => {
    const number = await orders.make();
    await edited(number);
    const [split] = await orders.act(`${number}/split`, { quantities: ["4", "6"] });
    const [, part = ""] = split?.outcome === "changed" ? split.parts : [];
    expect(await materialsOf(number)).toMatchObject({ "SCREW-4X40": "40 EA", "FELT-PAD": "18 EA" });
    expect(await materialsOf(part)).toMatchObject({ "SCREW-4X40": "60 EA", "FELT-PAD": "27 EA" });
    const plain = await orders.make();
    expect(await orders.act("merges", { into: number, numbers: [plain] })).toMatchObject([
      { code: "merge-differs", params: { what: "list of materials" } },
      { code: "merge-differs" },
    ]);
    await orders.act("merges", { into: number, numbers: [part] });
    expect(await materialsOf(number)).toMatchObject({ "SCREW-4X40": "100 EA", "FELT-PAD": "45 EA" });
  });

  test("although the bill of materials is another by then", async () => {
    const number = await orders.make({ item: "STOOL-45" });
    await change(number, [await lineTo(number, "LEGSET-45", { quantity: "12" })]);
    await importing(
      "boms.csv",
      `item,revision,revision from,revision to,output,component,quantity,unit,fixed,scrap percent,phantom,instruction
STOOL-45,A,,,1,GLUE-PVA,0.1,KG,no,0,no,
STOOL-45,A,,,1,LEGSET-45,2,SET,no,0,no,
`,
    );
    await amend(number, "10", "20");
    expect(await materialsOf(number)).toEqual({ "GLUE-PVA": "2 KG", "LEGSET-45": "24 SET" });
  });
});

describe("a change of materials is refused, none of its lines being changed,", () => {
  test("naming each line that is wrong, with its field", async () => {
    const number = await orders.make();
    const before = await materialsOf(number);
    const [result] = await change(number, [
      await lineTo(number, "SCREW-4X40", { quantity: "100" }),
      { to: { item: "SCREW-9", quantity: "0" } },
      await lineTo(number, "LABEL-STD", { unit: "L" }),
      await lineTo(number, "FRAME-CH", { quantity: "1.5" }),
      await lineTo(number, "BACK-STD", { quantity: "-2" }),
      { to: { item: "CHAIR-OAK", quantity: "1" } },
      { position: 77, from: { item: "LABEL-STD", quantity: "1" }, to: null },
    ]);
    expect(result).toMatchObject({ outcome: "refused", code: "materials-refused" });
    const lines = result?.outcome === "refused" ? (result.lines ?? []) : [];
    expect(lines.map(({ line, field, code }) => [line, field, code])).toEqual([
      [1, "item", "item-unknown"],
      [1, "quantity", "quantity-zero"],
      [2, "unit", "unit-not-converted"],
      [3, "quantity", "quantity-too-fine"],
      [4, "quantity", "quantity-negative"],
      [5, "item", "consumes-itself"],
      [6, "position", "position-unknown"],
    ]);
    expect(lines.map(({ message }) => message).filter((message) => message.length < 15)).toEqual([]);
    expect(await materialsOf(number)).toEqual(before);
    expect((await orders.read(number)).version).toBe(1);
  });

  test("when the order would take, at any depth, what it makes", async () => {
    const number = await orders.make({ item: "SEAT-OAK" });
    expect(await change(number, [{ to: { item: "OC-1", quantity: "1" } }])).toMatchObject([
      {
        lines: [{ code: "consumes-itself", params: { loop: "SEAT-OAK → CHAIR-OAK → SEAT-OAK" } }],
      },
    ]);
  });

  test("when somebody else changed that very line meanwhile, and only then (R61)", async () => {
    const number = await orders.make();
    const seen = await lineTo(number, "SCREW-4X40", { quantity: "100" });
    const other = await lineTo(number, "CARTON-S", { quantity: "11" });
    await change(number, [await lineTo(number, "SCREW-4X40", { quantity: "90" })]);
    expect(await change(number, [seen])).toMatchObject([
      { lines: [{ field: "quantity", code: "line-changed", params: { from: "82", now: "90" } }] },
    ]);
    expect(await change(number, [other])).toMatchObject([{ outcome: "changed" }]);
    expect(await change(number, [{ ...seen, to: { item: "SCREW-4X40", quantity: "90" } }])).toMatchObject([
      { code: "nothing-changed" },
    ]);
  });

  test("below what is out of the store, and where all of it must come back first", async () => {
    const number = await orders.make();
    await orders.step("release", number);
    const { position } = await lineTo(number, "SCREW-4X40", null);
    await orders.act(`${number}/materials`, { action: "issue", materials: [{ position, quantity: "30" }] });
    const to = async (aim: To | null) => {
      const [result] = await change(number, [await lineTo(number, "SCREW-4X40", aim)]);
      return result?.outcome === "refused" ? result.lines?.[0]?.code : result?.outcome;
    };
    expect(await to({ quantity: "29" })).toBe("below-issued");
    expect(await to({ item: "SCREW-5X60" })).toBe("material-issued");
    expect(await to(null)).toBe("material-issued");
    expect(await to({ quantity: "30" })).toBe("changed");
    await orders.step("start", number);
    expect(await to({ quantity: "31" })).toBe("changed");
    await orders.act(`${number}/materials`, { action: "return", materials: [{ position, quantity: "30" }] });
    expect(await to(null)).toBe("changed");
  });

  test("once the order is made, and where it takes something apart", async () => {
    const number = await orders.make();
    await orders.begin(number);
    await orders.step("produce", number);
    const add = [{ to: { item: "FELT-PAD", quantity: "1" } }];
    expect(await change(number, add)).toMatchObject([{ code: "wrong-status" }]);
    const request = { key: "press-to-take-apart-1", item: "CHAIR-OAK", quantity: "1" };
    await service.send("/manufacturing-orders/disassemblies", request);
    const [apart = ""] = await orders.numbersOf("CHAIR-OAK");
    expect(await change(apart, add)).toMatchObject([{ code: "wrong-status" }]);
  });

  test("when a change forgot to say what it saw", async () => {
    const number = await orders.make();
    const forgot = { materials: [{ position: 1, to: { item: "FELT-PAD", quantity: "1" } }] };
    expect((await service.send(`/manufacturing-orders/${number}/material-changes`, forgot)).status).toBe(400);
  });
});

describe("orders for sub-assemblies", () => {
  async function withChildren() {
    const number = await orders.make({ quantity: "90" }, { subAssemblies: "make" });
    const { children } = await orders.read(number);
    const below = await Promise.all(children.map((child) => orders.read(child)));
    const maker = below.find(({ item }) => item === "FRAME-CH");
    if (maker === undefined) throw new Error("Frames are short and made");
    return { number, maker };
  }

  test("make as much more or less as a changed line takes", async () => {
    const { number, maker } = await withChildren();
    const frames = async (quantity: string) =>
      change(number, [await lineTo(number, "FRAME-CH", { quantity })], { children: "follow" });
    expect(await frames("95")).toMatchObject([{ outcome: "changed", children: [] }]);
    expect((await orders.read(maker.number)).quantity).toBe(String(Number(maker.quantity) + 5));
    await frames("88");
    expect((await orders.read(maker.number)).quantity).toBe(String(Number(maker.quantity) - 2));
  });

  test("are cancelled with a removed line, and named when they are to stay", async () => {
    const { number, maker } = await withChildren();
    const kept = await change(number, [await lineTo(number, "FRAME-CH", { quantity: "91" })]);
    expect(kept).toMatchObject([{ children: [maker.number] }]);
    await change(number, [await lineTo(number, "FRAME-CH", null)], { children: "follow" });
    expect((await orders.read(maker.number)).status).toBe("cancelled");
  });
});
