/** A way to create MOs that was asked for by name, and whether the selected rows are of its kind. */
import type { Intake } from "../../shared/intake/intake.ts";
import type { Rules } from "../../shared/wire/lines.ts";

export interface OrderedWay {
  readonly kind: "sales-order" | "purchase-order";
  /** All lines of the orders that are selected, or the selected ones. */
  readonly lines: "all" | "selected";
  readonly link: Rules["link"];
}

/** Rows that have MOs already say so themselves. */
export function isOfKind({ lines }: Intake, { kind }: OrderedWay): boolean {
  return lines.every((line) => line.kind === kind);
}

export function documentsOf({ lines }: Intake): ReadonlySet<string> {
  return new Set(lines.map(({ document }) => document).filter((name) => name !== ""));
}
