/** The life of an MO: states, actions, and the guard of each, as one table. Every caller, one row or many, asks here (R19). */

export const orderStatuses = [
  "open",
  "released",
  "in-progress",
  "produced",
  "closed",
  "cancelled",
  "disassembled",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const orderActions = ["release", "start", "produce", "close", "cancel", "hold", "resume"] as const;
export type OrderAction = (typeof orderActions)[number];

export interface OrderState {
  readonly status: OrderStatus;
  /** Why the MO is on hold; null when it is not. */
  readonly holdReason: string | null;
  readonly hasProduced: boolean;
}

export const transitionRefusals = [
  "wrong-status",
  "on-hold",
  "not-on-hold",
  "already-on-hold",
  "reason-missing",
  "already-produced",
] as const;
export type TransitionRefusal = (typeof transitionRefusals)[number];

export type Transition =
  | { readonly ok: true; readonly next: OrderState }
  | { readonly ok: false; readonly refusal: TransitionRefusal };

/** From which states an action leads where. Hold and resume stand beside the status and keep it. */
const moves: Record<
  Exclude<OrderAction, "hold" | "resume">,
  { from: readonly OrderStatus[]; to: OrderStatus }
> = {
  release: { from: ["open"], to: "released" },
  start: { from: ["released"], to: "in-progress" },
  produce: { from: ["in-progress"], to: "produced" },
  close: { from: ["produced"], to: "closed" },
  cancel: { from: ["open", "released", "in-progress"], to: "cancelled" },
};

const unfinished: readonly OrderStatus[] = ["open", "released", "in-progress"];

export function applyAction(state: OrderState, action: OrderAction, reason: string): Transition {
  if (action === "hold") return hold(state, reason.trim());
  if (action === "resume") return resume(state);
  const { from, to } = moves[action];
  if (!from.includes(state.status)) return refused("wrong-status");
  if (action === "cancel" && state.hasProduced) return refused("already-produced");
  if (action !== "cancel" && state.holdReason !== null) return refused("on-hold");
  return {
    ok: true,
    next: { status: to, holdReason: null, hasProduced: state.hasProduced || to === "produced" },
  };
}

/** The actions that would be accepted now, for buttons and menus. */
export function possibleActions(state: OrderState): readonly OrderAction[] {
  return orderActions.filter((action) => applyAction(state, action, "reason").ok);
}

function hold(state: OrderState, reason: string): Transition {
  if (!unfinished.includes(state.status)) return refused("wrong-status");
  if (state.holdReason !== null) return refused("already-on-hold");
  if (reason === "") return refused("reason-missing");
  return { ok: true, next: { ...state, holdReason: reason } };
}

function resume(state: OrderState): Transition {
  if (state.holdReason === null) return refused("not-on-hold");
  return { ok: true, next: { ...state, holdReason: null } };
}

function refused(refusal: TransitionRefusal): Transition {
  return { ok: false, refusal };
}
