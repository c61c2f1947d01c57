/** The words planners read for a status, in the sheet and in the pane. English; one such file per language. */
import type { OrderStatus } from "./life.ts";

const words: Record<OrderStatus, string> = {
  open: "Open",
  released: "Released",
  "in-progress": "In Progress",
  produced: "Produced",
  closed: "Closed",
  cancelled: "Cancelled",
  disassembled: "Disassembled",
};

/** "Released", or "Released (on hold)". */
export function statusWords(status: OrderStatus, holdReason: string | null): string {
  return holdReason === null ? words[status] : `${words[status]} (on hold)`;
}
