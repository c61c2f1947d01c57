/** One sentence for the first visit. */
import { byId } from "../element.ts";
import { readChoice, rememberChoice } from "./choices.ts";

export function firstHint(): void {
  const hint = byId("hint", HTMLElement);
  hint.hidden = readChoice("hint") === "dismissed";
  byId("dismiss-hint", HTMLElement).addEventListener("click", () => {
    hint.hidden = true;
    rememberChoice("hint", "dismissed");
    byId("grid", HTMLElement).focus();
  });
}
