/** How long the choices of a press hold. Pure. */
import type { Intake } from "../../shared/intake/intake.ts";
import { NO_RULES_CHOSEN, type Rules } from "../../shared/wire/lines.ts";

/** What was decided for the rows of one press is no decision for the next: it is asked anew. */
export function afterPress(rules: Rules): Rules {
  const { coveredRows, overReason, duplicateRows, pastNeedDates, merge, link } = NO_RULES_CHOSEN;
  return { ...rules, coveredRows, overReason, duplicateRows, pastNeedDates, merge, link };
}

/** Only sales-order lines can be followed: the choice ends where other rows are selected. */
export function forRows(rules: Rules, { lines }: Intake): Rules {
  const isOfSalesOrders = lines.some(({ kind }) => kind === "sales-order");
  return isOfSalesOrders || lines.length === 0 ? rules : { ...rules, link: NO_RULES_CHOSEN.link };
}
