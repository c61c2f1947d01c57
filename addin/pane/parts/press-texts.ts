/** What is said of a press while its answer does not come. English; one such file per language. */
import type { Unanswered } from "../../sync/clients/http.ts";

/** Where the browser keeps nothing, such as in a private window. */
export const unkeptPress =
  "This browser keeps nothing for the pane. Leave the pane open until the MO numbers are here.";

/** Why it waits. */
export function whyWaiting(unanswered: Unanswered): string {
  return unanswered.kind === "refused"
    ? `The service said: ${unanswered.problem.detail}`
    : `(${unanswered.why})`;
}
