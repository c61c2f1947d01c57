import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyAction, orderActions, orderStatuses, possibleActions, type OrderState } from "./life.ts";
import { isMoNumber, looksLikeMoNumber, moNumber, parseMoNumber } from "../row/mo-number.ts";

const sequence = fc.integer({ min: 1, max: 2_000_000_000 });

describe("MO numbers", () => {
  test("carry a check digit and keep growing past six digits", () => {
    expect(moNumber(1)).toBe("MO-0000013");
    expect(isMoNumber(moNumber(12_345_678))).toBe(true);
  });

  test("dragged down by Excel's fill handle they are caught (R37)", () => {
    fc.assert(
      fc.property(sequence, fc.integer({ min: 1, max: 9 }), (made, steps) => {
        const number = moNumber(made);
        const filled = Number(number.slice(3)) + steps;
        const caught = !isMoNumber(`MO-${String(filled).padStart(number.length - 3, "0")}`);
        // A fill of ten or more can meet the next real number; fewer cannot within one block of ten.
        if (Math.floor(filled / 10) === Math.floor(Number(number.slice(3)) / 10)) expect(caught).toBe(true);
      }),
    );
  });

  test("every single wrong digit and every swap of neighbours is caught", () => {
    fc.assert(
      fc.property(sequence, fc.nat(20), fc.integer({ min: 1, max: 9 }), (made, place, by) => {
        const digits = Array.from(moNumber(made).slice(3));
        const at = place % digits.length;
        const wrong = digits.with(at, String((Number(digits[at]) + by) % 10));
        expect(isMoNumber(`MO-${wrong.join("")}`)).toBe(false);
        const next = (at + 1) % digits.length;
        const swapped = digits.with(at, digits[next] ?? "").with(next, digits[at] ?? "");
        if (next > at && digits[at] !== digits[next])
          expect(isMoNumber(`MO-${swapped.join("")}`)).toBe(false);
      }),
    );
  });

  test("are read as people type them", () => {
    expect(parseMoNumber(" mo-0000013 ")).toBe("MO-0000013");
    expect(parseMoNumber("MO-0000014")).toBeNull();
    expect(looksLikeMoNumber("MO-0000014")).toBe(true);
    expect(looksLikeMoNumber("SO-0000014")).toBe(false);
  });
});

const fresh: OrderState = { status: "open", holdReason: null, hasProduced: false };

function after(...actions: readonly (typeof orderActions)[number][]): OrderState {
  return actions.reduce((state, action) => {
    const moved = applyAction(state, action, "because");
    if (!moved.ok) throw new Error(`${action} was refused: ${moved.refusal}`);
    return moved.next;
  }, fresh);
}

describe("the life of an MO", () => {
  test("goes from open to closed", () => {
    expect(after("release", "start", "produce", "close").status).toBe("closed");
  });

  test("cannot skip a state", () => {
    expect(applyAction(fresh, "produce", "")).toEqual({ ok: false, refusal: "wrong-status" });
  });

  test("can be cancelled until something is produced", () => {
    expect(after("release", "start", "cancel").status).toBe("cancelled");
    expect(applyAction(after("release", "start", "produce"), "cancel", "")).toEqual({
      ok: false,
      refusal: "wrong-status",
    });
    const partly: OrderState = { status: "in-progress", holdReason: null, hasProduced: true };
    expect(applyAction(partly, "cancel", "")).toEqual({ ok: false, refusal: "already-produced" });
  });

  test("a hold needs its reason, stops the next step and ends with resume", () => {
    expect(applyAction(fresh, "hold", " ")).toEqual({ ok: false, refusal: "reason-missing" });
    const held = after("hold");
    expect(held).toEqual({ status: "open", holdReason: "because", hasProduced: false });
    expect(applyAction(held, "release", "")).toEqual({ ok: false, refusal: "on-hold" });
    expect(applyAction(held, "hold", "again")).toEqual({ ok: false, refusal: "already-on-hold" });
    expect(after("hold", "resume")).toEqual(fresh);
    expect(applyAction(fresh, "resume", "")).toEqual({ ok: false, refusal: "not-on-hold" });
  });

  test("no random sequence of actions leaves an impossible state", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...orderActions), { maxLength: 40 }), (actions) => {
        let state = fresh;
        for (const action of actions) {
          const moved = applyAction(state, action, "because");
          expect(possibleActions(state).includes(action)).toBe(moved.ok);
          if (moved.ok) state = moved.next;
          expect(orderStatuses).toContain(state.status);
          const isFinished = ["produced", "closed", "cancelled"].includes(state.status);
          if (isFinished) expect(state.holdReason).toBeNull();
          if (state.status === "cancelled") expect(state.hasProduced).toBe(false);
        }
      }),
    );
  });
});
