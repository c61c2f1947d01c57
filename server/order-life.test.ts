import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OrderWork } from "../test/support/order-work.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let orders: OrderWork;
beforeEach(async () => {
  service = await startService();
  orders = new OrderWork(service);
});
afterEach(() => service.close());

describe("production", () => {
  test("reported in parts keeps the order in progress, takes materials by their share and stocks what is good", async () => {
    const number = await orders.make({});
    await orders.begin(number);
    const before = Number((await orders.stock("CHAIR-OAK")).available);
    expect(await orders.step("produce", number, { quantity: "4", scrapped: "1" })).toBe("in-progress");
    expect(await orders.read(number)).toMatchObject({
      producedQuantity: "4",
      scrappedQuantity: "1",
      status: "in-progress",
    });
    expect((await orders.issued(number))["SCREW-4X40"]).toBe("41");
    expect(Number((await orders.stock("CHAIR-OAK")).available)).toBe(before + 4);
    expect(await orders.step("produce", number)).toBe("produced");
    expect(await orders.read(number)).toMatchObject({ producedQuantity: "9", scrappedQuantity: "1" });
    expect((await orders.issued(number))["SCREW-4X40"]).toBe("82");
  });

  test("beyond the limit is refused with the most that is allowed", async () => {
    const number = await orders.make({});
    await orders.begin(number);
    const [result] = await orders.act("produce", { numbers: [number], quantity: "11" });
    expect(result).toMatchObject({
      outcome: "refused",
      code: "over-production",
      params: { most: "10", unit: "EA" },
    });
    expect(await orders.step("produce", number, { quantity: "1.5" })).toBe("quantity-unreadable");
  });

  test("an order that was reported as done can be reopened and finished again", async () => {
    const number = await orders.make({});
    await orders.begin(number);
    await orders.step("produce", number, { quantity: "9", complete: true });
    expect(await orders.step("reopen", number)).toBe("in-progress");
    expect(await orders.step("produce", number)).toBe("produced");
    expect((await orders.read(number)).producedQuantity).toBe("10");
  });
});

describe("materials by hand", () => {
  test("are issued and returned, all lines or none, and count at the next report", async () => {
    const number = await orders.make({});
    await orders.step("release", number);
    const { materials } = await orders.read(number);
    const screws = materials.find(({ item }) => item === "SCREW-4X40")?.position ?? 0;
    const move = (action: string, quantity: string, position = screws) =>
      orders.act(`${number}/materials`, { action, materials: [{ position, quantity }] });
    expect(await move("issue", "50")).toMatchObject([{ outcome: "changed" }]);
    expect(await move("return", "51")).toMatchObject([{ code: "return-too-much", params: { most: "50" } }]);
    expect(await move("return", "8")).toMatchObject([{ outcome: "changed" }]);
    expect(await move("issue", "1", 999)).toMatchObject([{ code: "position-unknown" }]);
    expect(await orders.step("cancel", number)).toBe("materials-issued");
    await orders.step("start", number);
    await orders.step("produce", number, { quantity: "4" });
    expect((await orders.issued(number))["SCREW-4X40"]).toBe("42");
    const reasons = (await orders.stock("SCREW-4X40")).movements.map(
      ({ reason, quantity }) => `${reason} ${quantity}`,
    );
    expect(reasons.slice(0, 2)).toEqual(["return 8", "issue -50"]);
  });
});

describe("changing an order", () => {
  const amend = (number: string, changes: object, children = "keep") =>
    orders.act("amendments", { orders: [{ number, changes, children }] });

  test("plans its materials, steps and dates anew, and keeps what was issued", async () => {
    const number = await orders.make({});
    expect(
      await amend(number, {
        quantity: { from: "10", to: "20" },
        needDate: { from: "2027-04-30", to: "2027-05-31" },
      }),
    ).toMatchObject([{ outcome: "changed", order: { quantity: "20" } }]);
    const order = await orders.read(number);
    expect(order).toMatchObject({ needDate: "2027-05-31", dueDate: "2027-05-31" });
    expect(order.materials.find(({ item }) => item === "SEAT-OAK")?.quantity).toBe("20");
    expect(order.operations[0]?.begin?.slice(0, 7)).toBe("2027-05");
  });

  test("two people may change different fields; the same field is refused with what it is now (R61)", async () => {
    const number = await orders.make({});
    expect(await amend(number, { priority: { from: 0, to: 5 } })).toMatchObject([{ outcome: "changed" }]);
    expect(await amend(number, { memo: { from: "", to: "For the fair" } })).toMatchObject([
      { outcome: "changed" },
    ]);
    expect(await amend(number, { priority: { from: 0, to: 9 } })).toMatchObject([
      { outcome: "refused", code: "field-changed", params: { field: "priority", from: "0", now: "5" } },
    ]);
    expect(await amend(number, { priority: { from: 0, to: 5 } })).toMatchObject([
      { code: "nothing-changed" },
    ]);
    expect(await orders.read(number)).toMatchObject({ priority: 5, memo: "For the fair" });
  });

  test("cannot make it less than was reported, nor move it once work has begun", async () => {
    const number = await orders.make({});
    await orders.begin(number);
    await orders.step("produce", number, { quantity: "4" });
    expect(await amend(number, { quantity: { from: "10", to: "3" } })).toMatchObject([
      { code: "below-produced" },
    ]);
    expect(await amend(number, { store: { from: "MAIN", to: "EAST" } })).toMatchObject([
      { code: "not-before-start" },
    ]);
    expect(await amend(number, { revision: { from: "B", to: "A" } })).toMatchObject([
      { code: "not-before-start" },
    ]);
  });

  test("another revision may be chosen while nothing has begun", async () => {
    const number = await orders.make({});
    await amend(number, { revision: { from: "B", to: "A" } });
    const order = await orders.read(number);
    expect(order.revision).toBe("A");
    expect(order.materials.map(({ item }) => item)).toEqual([
      "SEAT-OAK",
      "BACK-STD",
      "FRAME-CH",
      "SCREW-4X40",
    ]);
  });
});

describe("orders below an order", () => {
  const family = (quantity = "400") => orders.make({ quantity }, { subAssemblies: "make" });

  test("are named when the order changes, and follow when they are told to (R17)", async () => {
    const number = await family();
    const { children } = await orders.read(number);
    expect(children.length).toBeGreaterThan(0);
    const before = await Promise.all(children.map((child) => orders.read(child)));
    const doubled = (from: string, to: string, how: string) =>
      orders.act("amendments", { orders: [{ number, changes: { quantity: { from, to } }, children: how }] });
    const [kept] = await doubled("400", "800", "keep");
    expect(kept).toMatchObject({ outcome: "changed", children });
    const [followed] = await doubled("800", "1600", "follow");
    expect(followed).toMatchObject({ outcome: "changed", children: [] });
    const after = await Promise.all(children.map((child) => orders.read(child)));
    expect(after.map(({ quantity }) => Number(quantity))).toEqual(
      before.map(({ quantity }) => Number(quantity) * 2),
    );
  });

  test("are cancelled with it only when they are told to", async () => {
    const number = await family();
    const { children } = await orders.read(number);
    const [result] = await orders.act("cancel", { numbers: [number] });
    expect(result).toMatchObject({ outcome: "changed", children });
    const other = await family("4000");
    const below = (await orders.read(other)).children;
    await orders.act("cancel", { numbers: [other], children: "follow" });
    const states = await Promise.all(below.map(async (child) => (await orders.read(child)).status));
    expect(new Set(states)).toEqual(new Set(["cancelled"]));
  });
});
