import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyAction,
  isUnfinished,
  orderActions,
  orderStatuses,
  possibleActions,
  type OrderAction,
  type OrderState,
} from "./life.ts";
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

const fresh: OrderState = {
  status: "open",
  holdReason: null,
  type: "manufacture",
  hasProduced: false,
  hasIssued: false,
};

function moved(state: OrderState, action: OrderAction): OrderState {
  const moved = applyAction(state, action, "because");
  if (!moved.ok) throw new Error(`${action} was refused: ${moved.refusal}`);
  return { ...state, ...moved.next, hasProduced: state.hasProduced || action === "produce" };
}

function after(...actions: readonly OrderAction[]): OrderState {
  return actions.reduce(moved, fresh);
}

describe("the life of an MO", () => {
  test("goes from open to closed", () => {
    expect(after("release", "start", "produce", "close").status).toBe("closed");
  });

  test("cannot skip a state", () => {
    expect(applyAction(fresh, "produce", "")).toEqual({ ok: false, refusal: "wrong-status" });
  });

  test("can be cancelled until something is produced or issued", () => {
    expect(after("release", "start", "cancel").status).toBe("cancelled");
    const refused = (state: Partial<OrderState>) => applyAction({ ...fresh, ...state }, "cancel", "");
    expect(refused({ status: "produced" })).toEqual({ ok: false, refusal: "wrong-status" });
    const partly = { status: "in-progress", hasProduced: true } as const;
    expect(refused(partly)).toEqual({ ok: false, refusal: "already-produced" });
    const picked = { status: "released", hasIssued: true } as const;
    expect(refused(picked)).toEqual({ ok: false, refusal: "materials-issued" });
  });

  test("can be reopened step by step, but not when it was cancelled or taken apart", () => {
    expect(after("release", "start", "produce", "close", "reopen").status).toBe("produced");
    expect(after("release", "start", "produce", "reopen").status).toBe("in-progress");
    for (const status of ["cancelled", "disassembled", "open"] as const)
      expect(applyAction({ ...fresh, status }, "reopen", "").ok).toBe(false);
  });

  test("a disassembly ends as disassembled", () => {
    const apart: OrderState = { ...fresh, type: "disassemble", status: "in-progress" };
    expect(moved(apart, "produce").status).toBe("disassembled");
  });

  test("a hold needs its reason, stops the next step and ends with resume", () => {
    expect(applyAction(fresh, "hold", " ")).toEqual({ ok: false, refusal: "reason-missing" });
    const held = after("hold");
    expect(held).toEqual({ ...fresh, holdReason: "because" });
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
          const { ok } = applyAction(state, action, "because");
          expect(possibleActions(state).includes(action)).toBe(ok);
          if (ok) state = moved(state, action);
          expect(orderStatuses).toContain(state.status);
          if (!isUnfinished(state.status)) expect(state.holdReason).toBeNull();
          if (state.status === "cancelled") expect(state.hasProduced).toBe(false);
        }
      }),
    );
  });
});
