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

/** Work is still to be done: these claim materials and promise their product. */
export const unfinishedStatuses = [
  "open",
  "released",
  "in-progress",
] as const satisfies readonly OrderStatus[];

export const orderTypes = ["manufacture", "disassemble"] as const;
export type OrderType = (typeof orderTypes)[number];

export const orderActions = [
  "release",
  "start",
  "produce",
  "close",
  "reopen",
  "cancel",
  "hold",
  "resume",
] as const;
export type OrderAction = (typeof orderActions)[number];

export interface OrderState {
  readonly status: OrderStatus;
  /** Why the MO is on hold; null when it is not. */
  readonly holdReason: string | null;
  readonly type: OrderType;
  /** Production was reported, good or scrapped. */
  readonly hasProduced: boolean;
  /** Materials are out of the store for it. */
  readonly hasIssued: boolean;
}

export const transitionRefusals = [
  "wrong-status",
  "on-hold",
  "not-on-hold",
  "already-on-hold",
  "reason-missing",
  "already-produced",
  "materials-issued",
] as const;
export type TransitionRefusal = (typeof transitionRefusals)[number];

export type Transition =
  | { readonly ok: true; readonly next: Pick<OrderState, "status" | "holdReason"> }
  | { readonly ok: false; readonly refusal: TransitionRefusal };

type Moves = Partial<Record<OrderStatus, OrderStatus>>;

/** From which states an action leads where. Hold and resume stand beside the status and keep it. */
const moves: Record<Exclude<OrderAction, "hold" | "resume">, Moves> = {
  release: { open: "released" },
  start: { released: "in-progress" },
  produce: { "in-progress": "produced" },
  close: { produced: "closed" },
  // What was cancelled or taken apart is over: a new order is the way back.
  reopen: { produced: "in-progress", closed: "produced" },
  cancel: { open: "cancelled", released: "cancelled", "in-progress": "cancelled" },
};

/** Where the action leads as a whole; a part of the production keeps an order in progress. */
export function applyAction(state: OrderState, action: OrderAction, reason: string): Transition {
  if (action === "hold") return hold(state, reason.trim());
  if (action === "resume") return resume(state);
  const to = moves[action][state.status];
  if (to === undefined) return refused("wrong-status");
  if (action === "cancel" && state.hasProduced) return refused("already-produced");
  if (action === "cancel" && state.hasIssued) return refused("materials-issued");
  if (action !== "cancel" && state.holdReason !== null) return refused("on-hold");
  const status = to === "produced" && state.type === "disassemble" ? "disassembled" : to;
  return { ok: true, next: { status, holdReason: null } };
}

/** The actions that would be accepted now, for buttons and menus. */
export function possibleActions(state: OrderState): readonly OrderAction[] {
  return orderActions.filter((action) => applyAction(state, action, "reason").ok);
}

export function isUnfinished(status: OrderStatus): boolean {
  return unfinishedStatuses.some((unfinished) => unfinished === status);
}

function hold(state: OrderState, reason: string): Transition {
  if (!isUnfinished(state.status)) return refused("wrong-status");
  if (state.holdReason !== null) return refused("already-on-hold");
  if (reason === "") return refused("reason-missing");
  return { ok: true, next: { status: state.status, holdReason: reason } };
}

function resume(state: OrderState): Transition {
  if (state.holdReason === null) return refused("not-on-hold");
  return { ok: true, next: { status: state.status, holdReason: null } };
}

function refused(refusal: TransitionRefusal): Transition {
  return { ok: false, refusal };
}
