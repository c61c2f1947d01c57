/** Why a change was refused, for people. English; the only place with these words. */
import type { ChangeRefusal, Refused } from "./refusals.ts";

const sentences: Record<ChangeRefusal, (params: Refused["params"]) => string> = {
  "wrong-status": () => "The MO's status does not allow this now.",
  "on-hold": () => "The MO is on hold. Resume it first.",
  "not-on-hold": () => "The MO is not on hold.",
  "already-on-hold": () => "The MO is already on hold.",
  "reason-missing": () => "A hold needs a reason.",
  "already-produced": () => "Production has been reported, so this is no longer possible.",
  "materials-issued": () => "Materials have been issued to this MO. Return them first.",
  "order-unknown": () => "There is no such MO.",
  "order-number-damaged": () => "That is not an MO number: its form or check digit is wrong.",
  "stale-version": () => "The MO has changed since you last saw it. Look at it again, then decide.",
  "quantity-unreadable": ({ value, unit, decimals }) =>
    `"${value ?? ""}" is not a quantity in ${unit ?? "the unit"}: enter ${numberWords(decimals)}.`,
  "need-date-unreadable": ({ value }) =>
    `"${value ?? ""}" is not a need date: enter a day from 1900 on, such as 2027-03-31.`,
  "nothing-to-report": ({ left }) =>
    left === undefined || left === "0"
      ? "All of this MO has been reported already."
      : "Nothing is reported: neither the good nor the scrapped quantity is above 0.",
  "over-production": ({ most, unit }) =>
    `That is more than this MO allows: at most ${most ?? ""} ${unit ?? ""} in all. Raise its quantity, or have the limit raised.`,
  "position-unknown": ({ position }) => `The MO has no material at position ${position ?? ""}.`,
  "return-too-much": ({ item, most, unit }) =>
    `Only ${most ?? ""} ${unit ?? ""} of ${item ?? ""} have been issued to this MO.`,
  "below-produced": ({ produced }) =>
    `${produced ?? ""} have been reported already, so the MO cannot be for less.`,
  "field-changed": ({ field, from, now }) =>
    `${fieldWords[field ?? ""] ?? "The field"} is no longer ${from ?? ""}: somebody changed it to ${now ?? ""}.`,
  "not-before-start": ({ field }) =>
    `${fieldWords[field ?? ""] ?? "This"} can be changed only until materials are issued or production is reported.`,
  "cannot-be-planned": ({ why }) => `The MO cannot be planned like this: ${why ?? ""}`,
  "split-does-not-add-up": ({ rest, unit }) =>
    `The parts must add up to what is still to be made: ${rest ?? ""} ${unit ?? ""}.`,
  "merge-differs": ({ number, what }) =>
    `${number ?? "An MO"} has a different ${what ?? "item"}. Only MOs that are alike can be merged.`,
  "merge-needs-two": () => "Name at least two different MOs to merge.",
  "nothing-changed": () => "The MO is already like this.",
  "work-started": () => "Work has started.",
  "merged-away": ({ into }) => `Its quantity was merged into ${into ?? "another MO"}, which stays.`,
  "merged-with-others": ({ number }) =>
    `${number ?? "An MO"} of another batch was merged into it and would be lost.`,
  "made-for-other": ({ parent }) => `It is made for ${parent ?? "another MO"}, which stays.`,
  "materials-refused": ({ why, more }) =>
    more === "0" || more === undefined ? (why ?? "") : `${why ?? ""} (and ${more} more)`,
};

function numberWords(decimals = "0"): string {
  return decimals === "0" ? "a whole number above 0" : `a number above 0 with at most ${decimals} decimals`;
}

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
