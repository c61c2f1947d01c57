import fc from "fast-check";
import { expect, test } from "vitest";
import type { Event, OrderSnapshot } from "./event.ts";
import { foldEvents } from "./fold-events.ts";

function released(position: number, number: string, version: number): Event {
  const order: OrderSnapshot = {
    number,
    status: "released",
    holdReason: null,
    quantity: "5",
    producedQuantity: "0",
    dueDate: "2027-03-10",
    version,
  };
  return { position, kind: "order-released", order, actor: "Ana", at: "2027-03-10T08:00:00.000Z" };
}

test("the last version of each MO is what remains", () => {
  const states = foldEvents(new Map(), [
    released(1, "MO-1", 1),
    released(2, "MO-2", 1),
    released(3, "MO-1", 2),
  ]);
  expect([...states.values()].map((state) => [state.number, state.version])).toEqual([
    ["MO-1", 2],
    ["MO-2", 1],
  ]);
});

test("events read again after a cut stream change nothing, in whatever pieces they come", () => {
  const log = Array.from({ length: 30 }, (_, index) =>
    released(index + 1, `MO-${String(index % 4)}`, Math.floor(index / 4) + 1),
  );
  const whole = foldEvents(new Map(), log);
  fc.assert(
    fc.property(fc.nat(29), fc.nat(29), (cut, back) => {
      const before = foldEvents(new Map(), log.slice(0, cut));
      expect(foldEvents(before, log.slice(Math.max(0, cut - back)))).toEqual(whole);
    }),
  );
});
