/** Materials of an order edited line by line: they stay edited, whatever becomes of the order. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema } from "../shared/wire/batch.ts";
import { eventPageSchema } from "../shared/wire/events.ts";
import { orderExplanationSchema } from "../shared/wire/readiness.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { MaterialsWork } from "../test/support/materials-work.ts";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let orders: OrderWork;
let materials: MaterialsWork;
beforeEach(async () => {
  service = await startService();
  orders = new OrderWork(service);
  materials = new MaterialsWork(orders);
});
afterEach(() => service.close());

const amend = (number: string, from: string, to: string) =>
  orders.act(`${number}/amendments`, { changes: { quantity: { from, to } } });

async function importing(name: string, text: string): Promise<void> {
  const files = [{ name, bytes: new TextEncoder().encode(text) }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

/** One of each: set, replaced, removed, added. */
async function edited(number: string) {
  return materials.change(number, [
    await materials.lineTo(number, "SCREW-4X40", { quantity: "100" }),
    await materials.lineTo(number, "CARTON-S", { item: "CARTON-L" }),
    await materials.lineTo(number, "LABEL-STD", null),
    { to: { item: "FELT-PAD", quantity: "45" } },
  ]);
}

describe("the materials of an order", () => {
  test("are set, replaced, removed and added, all other lines staying as they are", async () => {
    const number = await orders.make();
    const before = await materials.of(number);
    expect(await edited(number)).toMatchObject([{ outcome: "changed", order: { version: 2 } }]);
    const { "LABEL-STD": _label, "CARTON-S": _small, ...others } = before;
    expect(await materials.of(number)).toEqual({
      ...others,
      "SCREW-4X40": "100 EA",
      "CARTON-L": "10 EA",
      "FELT-PAD": "45 EA",
    });
    const { materials: lines, removedMaterials } = await orders.read(number);
    expect(
      lines.flatMap(({ item, edit }) => (edit === null ? [] : [[item, edit.kind, edit.insteadOf]])),
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
      "SCREW-4X40: 200 EA; 100 EA for 10 EA set by Ana on 2027-03-10, overriding the bill of materials.",
    );
    expect(sentences).toContain("LABEL-STD is left out: removed by Ana on 2027-03-10.");
  });

  test("are claimed and ready as they were set", async () => {
    const number = await orders.make();
    await materials.change(number, [{ to: { item: "RUG-200", quantity: "999" } }]);
    const { readiness } = await orders.read(number);
    expect(readiness?.shortages).toContainEqual(expect.objectContaining({ item: "RUG-200", unit: "EA" }));
    await materials.change(number, [await materials.lineTo(number, "RUG-200", null)]);
    expect((await orders.read(number)).readiness?.shortages.map(({ item }) => item)).not.toContain("RUG-200");
    expect((await orders.read(number)).removedMaterials).toEqual([]);
  });

  test("are taken as they were set, though part of the order was made before", async () => {
    const number = await orders.make();
    await orders.begin(number);
    await orders.step("produce", number, { quantity: "4" });
    expect((await orders.issued(number))["SCREW-4X40"]).toBe("33");
    const seen = await materials.lineTo(number, "SCREW-4X40", { quantity: "100" });
    await materials.change(number, [seen, { to: { item: "FELT-PAD", quantity: "45" } }]);
    expect((await orders.issued(number))["FELT-PAD"]).toBe("0");
    await orders.step("produce", number, { quantity: "1" });
    expect(await orders.issued(number)).toMatchObject({ "SCREW-4X40": "50", "FELT-PAD": "23" });
    await orders.step("produce", number);
    expect(await orders.issued(number)).toMatchObject({ "SCREW-4X40": "100", "FELT-PAD": "45" });
  });

  test("may be typed in any unit that leads to the one they are kept in", async () => {
    const number = await orders.make();
    await importing("unit-conversions.csv", "item,from,to,factor\nSCREW-4X40,SET,EA,50\n");
    await materials.change(number, [
      await materials.lineTo(number, "SCREW-4X40", { quantity: "2.5", unit: "set" }),
    ]);
    expect((await materials.of(number))["SCREW-4X40"]).toBe("125 EA");
    await amend(number, "10", "3");
    expect((await materials.of(number))["SCREW-4X40"]).toBe("38 EA");
  });
});

describe("edited lines keep their edit", () => {
  const salesOrderSays = (quantity: string) =>
    importing(
      "sales-orders.csv",
      `document,line,item,store,quantity,done,need date,status,party
SO-20421,2,CHAIR-OAK,MAIN,${quantity},8,2027-03-19,released,Hotel Maas
`,
    );

  async function editedForLine(link: "dynamic" | "regular", quantity: string): Promise<string> {
    const lines = [{ row: 2, kind: "sales-order", document: "SO-20421", line: "2", quantity }];
    const key = `press-own-materials-${link}`;
    const made = batchSchema.parse((await service.send("/batches", { key, lines, rules: { link } })).body);
    const number = made.rows[0]?.outcome === "created" ? made.rows[0].number : "";
    await materials.change(number, [
      await materials.lineTo(number, "SCREW-4X40", { quantity: "50" }),
      await materials.lineTo(number, "LABEL-STD", null),
      await materials.lineTo(number, "CARTON-S", { item: "CARTON-L" }),
      { to: { item: "FELT-PAD", quantity: "7" } },
    ]);
    return number;
  }

  test("scaled exactly, there and back, when the order's quantity is amended", async () => {
    const number = await orders.make();
    await edited(number);
    const before = await materials.of(number);
    await amend(number, "10", "7");
    expect(await materials.of(number)).toMatchObject({
      "SCREW-4X40": "70 EA",
      "CARTON-L": "7 EA",
      "FELT-PAD": "32 EA",
    });
    expect(Object.keys(await materials.of(number))).not.toContain("LABEL-STD");
    await amend(number, "7", "10");
    expect(await materials.of(number)).toEqual(before);
  });

  test("when a dynamic order follows its line", async () => {
    const number = await editedForLine("dynamic", "10");
    await salesOrderSays("42");
    const kept = { "SCREW-4X40": "100 EA", "CARTON-L": "20 EA", "FELT-PAD": "14 EA" };
    expect(await materials.of(number)).toMatchObject(kept);
    expect(Object.keys(await materials.of(number))).not.toContain("LABEL-STD");
  });

  test("when a change of demand is taken over, and not before", async () => {
    const number = await editedForLine("regular", "14");
    await salesOrderSays("42");
    expect((await materials.of(number))["FELT-PAD"]).toBe("7 EA");
    await orders.act("demand-changes", { numbers: [number] });
    // 50 and 7 were for 14, and are for 24 now.
    const taken = { "SCREW-4X40": "86 EA", "CARTON-L": "24 EA", "FELT-PAD": "12 EA" };
    expect(await materials.of(number)).toMatchObject(taken);
    expect(Object.keys(await materials.of(number))).not.toContain("LABEL-STD");
  });

  test("in every part of a split, and only orders edited alike are merged again", async () => {
    const number = await orders.make();
    await edited(number);
    const [split] = await orders.act(`${number}/split`, { quantities: ["4", "6"] });
    const [, part = ""] = split?.outcome === "changed" ? split.parts : [];
    expect(await materials.of(number)).toMatchObject({ "SCREW-4X40": "40 EA", "FELT-PAD": "18 EA" });
    expect(await materials.of(part)).toMatchObject({ "SCREW-4X40": "60 EA", "FELT-PAD": "27 EA" });
    const plain = await orders.make();
    expect(await orders.act("merges", { into: number, numbers: [plain] })).toMatchObject([
      { code: "merge-differs", params: { what: "list of materials" } },
      { code: "merge-differs" },
    ]);
    await orders.act("merges", { into: number, numbers: [part] });
    expect(await materials.of(number)).toMatchObject({ "SCREW-4X40": "100 EA", "FELT-PAD": "45 EA" });
  });

  test("when another revision is made, at the end where that has no such line", async () => {
    const number = await orders.make();
    await edited(number);
    await orders.act(`${number}/amendments`, { changes: { revision: { from: "B", to: "A" } } });
    expect(Object.entries(await materials.of(number))).toEqual([
      ["SEAT-OAK", "10 EA"],
      ["BACK-STD", "10 EA"],
      ["FRAME-CH", "10 EA"],
      ["SCREW-4X40", "100 EA"],
      ["CARTON-L", "10 EA"],
      ["FELT-PAD", "45 EA"],
    ]);
    await orders.act(`${number}/amendments`, { changes: { revision: { from: "A", to: "B" } } });
    const back = await materials.of(number);
    expect(back).toMatchObject({ "OIL-HARD": "0.63 L", "CARTON-L": "10 EA", "SCREW-4X40": "100 EA" });
    expect(Object.keys(back)).not.toContain("LABEL-STD");
  });

  test("although the bill of materials is another by then", async () => {
    const number = await orders.make({ item: "STOOL-45" });
    await materials.change(number, [await materials.lineTo(number, "LEGSET-45", { quantity: "12" })]);
    await importing(
      "boms.csv",
      `item,revision,revision from,revision to,output,component,quantity,unit,fixed,scrap percent,phantom,instruction
STOOL-45,A,,,1,GLUE-PVA,0.1,KG,no,0,no,
STOOL-45,A,,,1,LEGSET-45,2,SET,no,0,no,
`,
    );
    await amend(number, "10", "20");
    expect(await materials.of(number)).toEqual({ "GLUE-PVA": "2 KG", "LEGSET-45": "24 SET" });
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
      materials.change(number, [await materials.lineTo(number, "FRAME-CH", { quantity })], {
        children: "follow",
      });
    expect(await frames("95")).toMatchObject([{ outcome: "changed", children: [] }]);
    expect((await orders.read(maker.number)).quantity).toBe(String(Number(maker.quantity) + 5));
    await frames("88");
    expect((await orders.read(maker.number)).quantity).toBe(String(Number(maker.quantity) - 2));
  });

  test("are cancelled with a removed line, and named when they are to stay", async () => {
    const { number, maker } = await withChildren();
    const kept = await materials.change(number, [
      await materials.lineTo(number, "FRAME-CH", { quantity: "91" }),
    ]);
    expect(kept).toMatchObject([{ children: [maker.number] }]);
    await materials.change(number, [await materials.lineTo(number, "FRAME-CH", null)], {
      children: "follow",
    });
    expect((await orders.read(maker.number)).status).toBe("cancelled");
  });
});
