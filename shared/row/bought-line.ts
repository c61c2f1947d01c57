/** Lines of an order that is wanted whole: with those that are bought nothing is wrong, they are only not made here. */
import type { Problem } from "./problem.ts";

export function isBoughtLine({ code, params }: Pick<Problem, "code" | "params">): boolean {
  return (
    code === "item-not-made" && (params["kind"] === "sales-order" || params["kind"] === "purchase-order")
  );
}
