/** Materials issued or returned by hand: which orders allow it, and how much of each line. */
import {
  add,
  compare,
  decimalText,
  isAboveZero,
  parseDecimal,
  subtract,
  type Decimal,
} from "../quantity/decimal.ts";
import type { OrderMaterial } from "./backflush.ts";
import type { OrderState } from "./life.ts";
import { refuse, type Refused } from "./refusals.ts";

export type MoveAction = "issue" | "return";

export interface MoveLine {
  readonly position: number;
  readonly quantity: string;
}

export interface NamedMaterial extends OrderMaterial {
  readonly item: string;
  readonly unit: string;
}

export interface Move {
  readonly position: number;
  readonly quantity: Decimal;
}

export type Moves = Refused | { readonly ok: true; readonly moves: readonly Move[] };

/** What goes back may go back while the order is on hold; nothing more comes out then. */
export function mayMoveMaterials(state: OrderState, action: MoveAction): Refused | null {
  const isAtWork = state.status === "released" || state.status === "in-progress";
  if (state.type !== "manufacture" || !isAtWork) return refuse("wrong-status");
  return action === "issue" && state.holdReason !== null ? refuse("on-hold") : null;
}

/** All of the lines, or none: half a pick list helps nobody. A material may stand on several of them. */
export function movesOf(
  action: MoveAction,
  lines: readonly MoveLine[],
  materials: readonly NamedMaterial[],
): Moves {
  const out = new Map(materials.map((material) => [material.position, material.issued]));
  const moves: Move[] = [];
  for (const { position, quantity: text } of lines) {
    const material = materials.find((one) => one.position === position);
    const issued = out.get(position);
    if (material === undefined || issued === undefined)
      return refuse("position-unknown", { position: String(position) });
    const { unit, decimals, item } = material;
    const quantity = parseDecimal(text.trim());
    if (quantity === null || !isAboveZero(quantity) || quantity.scale > decimals)
      return refuse("quantity-unreadable", { value: text, unit, decimals: String(decimals) });
    if (action === "return" && compare(quantity, issued) > 0)
      return refuse("return-too-much", { item, most: decimalText(issued), unit });
    out.set(position, action === "issue" ? add(issued, quantity) : subtract(issued, quantity));
    moves.push({ position, quantity });
  }
  return { ok: true, moves };
}
