/** Changes of an order's materials that are refused, each wrong line named. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MaterialsWork, type LineTo } from "../test/support/materials-work.ts";
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

describe("a change of materials is refused, none of its lines being changed,", () => {
  test("naming each line that is wrong, with its field", async () => {
    const number = await orders.make();
    const before = await materials.of(number);
    const [result] = await materials.change(number, [
      await materials.lineTo(number, "SCREW-4X40", { quantity: "100" }),
      { to: { item: "SCREW-9", quantity: "0" } },
      await materials.lineTo(number, "LABEL-STD", { unit: "L" }),
      await materials.lineTo(number, "FRAME-CH", { quantity: "1.5" }),
      await materials.lineTo(number, "BACK-STD", { quantity: "-2" }),
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
    expect(await materials.of(number)).toEqual(before);
    expect((await orders.read(number)).version).toBe(1);
  });

  test("when the order would take, at any depth, what it makes", async () => {
    const number = await orders.make({ item: "SEAT-OAK" });
    expect(await materials.change(number, [{ to: { item: "OC-1", quantity: "1" } }])).toMatchObject([
      {
        lines: [{ code: "consumes-itself", params: { loop: "SEAT-OAK → CHAIR-OAK → SEAT-OAK" } }],
      },
    ]);
  });

  test("when somebody else changed that very line meanwhile, and only then (R61)", async () => {
    const number = await orders.make();
    const seen = await materials.lineTo(number, "SCREW-4X40", { quantity: "100" });
    const other = await materials.lineTo(number, "CARTON-S", { quantity: "11" });
    await materials.change(number, [await materials.lineTo(number, "SCREW-4X40", { quantity: "90" })]);
    expect(await materials.change(number, [seen])).toMatchObject([
      { lines: [{ field: "quantity", code: "line-changed", params: { from: "82", now: "90" } }] },
    ]);
    expect(await materials.change(number, [other])).toMatchObject([{ outcome: "changed" }]);
    expect(
      await materials.change(number, [{ ...seen, to: { item: "SCREW-4X40", quantity: "90" } }]),
    ).toMatchObject([{ code: "nothing-changed" }]);
  });

  test("below what is out of the store, and where all of it must come back first", async () => {
    const number = await orders.make();
    await orders.step("release", number);
    const { position } = await materials.lineTo(number, "SCREW-4X40", null);
    await orders.act(`${number}/materials`, { action: "issue", materials: [{ position, quantity: "30" }] });
    const to = async (aim: LineTo | null) => {
      const [result] = await materials.change(number, [await materials.lineTo(number, "SCREW-4X40", aim)]);
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
    expect(await materials.change(number, add)).toMatchObject([{ code: "wrong-status" }]);
    const request = { key: "press-to-take-apart-1", item: "CHAIR-OAK", quantity: "1" };
    await service.send("/manufacturing-orders/disassemblies", request);
    const [apart = ""] = await orders.numbersOf("CHAIR-OAK");
    expect(await materials.change(apart, add)).toMatchObject([{ code: "wrong-status" }]);
  });

  test("for one order of many, the others being changed (R19)", async () => {
    const [open, over] = [await orders.make(), await orders.make()];
    await orders.step("cancel", over);
    const add = [{ to: { item: "FELT-PAD", quantity: "1" } }];
    const many = [open, over, "MO-0000014"].map((number) => ({ number, materials: add }));
    expect(await orders.act("material-changes", { orders: many })).toMatchObject([
      { outcome: "changed", number: open },
      { outcome: "refused", number: over, code: "wrong-status" },
      { outcome: "refused", code: "order-number-damaged" },
    ]);
  });

  test("when a change forgot to say what it saw", async () => {
    const number = await orders.make();
    const forgot = { materials: [{ position: 1, to: { item: "FELT-PAD", quantity: "1" } }] };
    expect((await service.send(`/manufacturing-orders/${number}/material-changes`, forgot)).status).toBe(400);
  });
});
