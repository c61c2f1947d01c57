/** What is wrong with a field of the form. */
import type { DraftField } from "../../../shared/row/draft-line.ts";
import { useNewOrderState } from "./new-order-context.ts";
import { problemWords } from "./new-order-texts.ts";

/** What the service says about a field, as its validation message. */
export function useProblemAt(field: DraftField): { readonly validationMessage?: string } {
  const { preview } = useNewOrderState();
  const problems = preview.kind === "refused" ? preview.problems.filter((one) => one.field === field) : [];
  const [first] = problems;
  return first === undefined ? {} : { validationMessage: problemWords(first) };
}
