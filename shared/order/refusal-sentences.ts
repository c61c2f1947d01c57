/** Why a change was refused, for people. English; the only place with these words. */
import type { ChangeRefusal, Refused } from "./refusals.ts";

const sentences: Record<ChangeRefusal, (params: Refused["params"]) => string> = {
  "wrong-status": () => "The order's status does not allow this now.",
  "on-hold": () => "The order is on hold; resume it first.",
  "not-on-hold": () => "The order is not on hold.",
  "already-on-hold": () => "The order is on hold already.",
  "reason-missing": () => "A hold needs its reason.",
  "already-produced": () => "Production was reported, so this can no longer be done.",
  "materials-issued": () => "Materials are out of the store for this order; return them first.",
  "order-unknown": () => "There is no such order.",
  "order-number-damaged": () => "That is not an MO number: its form or check digit is wrong.",
  "stale-version": () => "The order has changed since you last saw it. Look again, then decide.",
  "quantity-unreadable": ({ value, unit, decimals }) =>
    `"${value ?? ""}" is no quantity in ${unit ?? "the unit"}: a number above zero with at most ${decimals ?? "0"} decimals.`,
  "need-date-unreadable": ({ value }) =>
    `"${value ?? ""}" is no need date: a day from 1900 on, such as 2027-03-31.`,
  "nothing-to-report": ({ left }) =>
    left === undefined || left === "0"
      ? "All of the order has been reported already."
      : "Nothing is reported: neither a good nor a scrapped quantity is above 0.",
  "over-production": ({ most, unit }) =>
    `That is more than the order allows: at most ${most ?? ""} ${unit ?? ""} in all. Raise its quantity, or have the limit raised.`,
  "position-unknown": ({ position }) => `The order has no material at position ${position ?? ""}.`,
  "return-too-much": ({ item, most, unit }) =>
    `Only ${most ?? ""} ${unit ?? ""} of ${item ?? ""} are out for this order.`,
  "below-produced": ({ produced }) =>
    `${produced ?? ""} have been reported already; the order cannot be for less.`,
  "field-changed": ({ field, from, now }) =>
    `${fieldWords[field ?? ""] ?? "The field"} is no longer ${from ?? ""}: somebody made it ${now ?? ""}.`,
  "not-before-start": ({ field }) =>
    `${fieldWords[field ?? ""] ?? "This"} can be changed only before materials are issued or production is reported.`,
  "cannot-be-planned": ({ why }) => `The order cannot be planned like this: ${why ?? ""}`,
  "split-does-not-add-up": ({ rest, unit }) =>
    `The parts must add up to what is still to be made: ${rest ?? ""} ${unit ?? ""}.`,
  "merge-differs": ({ number, what }) =>
    `${number ?? "An order"} has another ${what ?? "item"}; only like orders can be merged.`,
  "merge-needs-two": () => "Name at least two different orders to merge.",
  "nothing-changed": () => "The order is like this already.",
  "work-started": () => "Work has started.",
  "merged-away": ({ into }) => `Its quantity was merged into ${into ?? "another order"}, which stays.`,
  "merged-with-others": ({ number }) =>
    `${number ?? "An order"} of another batch was merged into it, and would be lost.`,
  "made-for-other": ({ parent }) => `It is made for ${parent ?? "another order"}, which stays.`,
  "materials-refused": ({ why, more }) =>
    more === "0" || more === undefined ? (why ?? "") : `${why ?? ""} (and ${more} more)`,
};

const fieldWords: Readonly<Record<string, string>> = {
  quantity: "The quantity",
  needDate: "The need date",
  priority: "The priority",
  memo: "The memo",
  store: "The store",
  revision: "The revision",
};

export function refusalSentence({ refusal, params }: Pick<Refused, "refusal" | "params">): string {
  return sentences[refusal](params);
}
