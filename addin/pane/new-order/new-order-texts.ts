/** The words of the New MO form. English; one such file per language. */
import type { DraftField } from "../../../shared/row/draft-line.ts";
import { PRIORITIES, type WireProblem } from "../../../shared/wire/lines.ts";
import { readPriority } from "../../sync/new-order-request.ts";
import type { NewOrderState } from "../../sync/new-order-state.ts";

export const fieldLabels = {
  item: "Manufacture Item Number",
  quantity: "Manufacture Order Qty",
  store: "Store",
  location: "Location",
  revision: "Bill Of Material",
  needDate: "Need Date",
  notes: "Memo",
} as const satisfies Partial<Record<DraftField, string>>;

export const priorityFault = `Enter a whole number from ${String(PRIORITIES.lowest)} to ${String(PRIORITIES.highest)}. Higher numbers are more urgent.`;

/** The form has no rows to leave out, and no choice for those whose need date has passed. */
const formFixes: Partial<Record<WireProblem["code"], string>> = {
  "need-date-past": "Enter a later date, or leave it empty.",
  "quantity-zero": "Enter how many to make.",
};

export function problemWords({ code, message, fix }: WireProblem): string {
  return `${message} ${formFixes[code] ?? fix}`;
}

/** Why Create cannot be pressed; null when it can, or when its own label says it. */
export function whyNot({ fields, preview, creating }: NewOrderState): string | null {
  if (creating !== null) return null;
  if (fields.item.trim() === "") return "Choose an item first.";
  if (fields.quantity.trim() === "") return "Enter a quantity first.";
  if (readPriority(fields.priority).kind === "wrong") return "Correct the Priority first.";
  switch (preview.kind) {
    case "planned":
      return null;
    case "none":
    case "asking":
      return "Checking what it would take.";
    case "rejected":
      return preview.why;
    case "unreachable":
      return "The service cannot be reached. The preview comes as soon as it answers.";
    case "refused":
      return refusedWords(preview.problems);
  }
}

/** What is wrong stands at its field; what has no field in the form is said here. */
function refusedWords(problems: readonly WireProblem[]): string {
  const [first] = problems;
  if (first === undefined) return "This cannot be created.";
  const label = Object.entries(fieldLabels).find(([name]) => name === first.field)?.[1];
  return label === undefined ? problemWords(first) : `Correct the ${label} first.`;
}
