/**
 * Escape that closed a dialog or a menu of the pane ends here. Office.js hears every other one in Excel on the web: it
 * hands the keyboard back to the sheet, and the planner would never come back to the button they came from.
 */
import type { KeyboardEvent } from "react";

export function keepEscape(event: KeyboardEvent): void {
  if (event.key === "Escape" && event.isDefaultPrevented()) event.stopPropagation();
}
