/** The selection, read and understood; what stands in the way is a value. */
import type { Intake, IntakeRefusal } from "../../shared/intake/intake.ts";
import { takeInSteps } from "../../shared/intake/take-in.ts";
import { inSteps } from "../host/in-steps.ts";
import type { HostRefusal, Workbook } from "../host/workbook.ts";
import type { QuantityChoice } from "./planner-state.ts";

export type ReadIntake =
  | { readonly kind: "read"; readonly intake: Intake }
  | { readonly kind: "nothing" }
  | { readonly kind: "busy"; readonly refusal: HostRefusal }
  | { readonly kind: "not-understood"; readonly refusal: IntakeRefusal; readonly sheetName: string }
  /** A later reading made this one useless. */
  | { readonly kind: "overtaken" };

export interface Reading {
  readonly quantity: QuantityChoice | null;
  readonly isWanted: () => boolean;
}

export async function readIntake(
  workbook: Pick<Workbook, "readSelection">,
  { quantity, isWanted }: Reading,
): Promise<ReadIntake> {
  const selection = await workbook.readSelection();
  if (selection.kind === "nothing") return { kind: "nothing" };
  if (selection.kind === "refused") return { kind: "busy", refusal: selection.refusal };
  const { sheet } = selection.rows;
  // A column chosen in one sheet says nothing about the columns of another.
  const quantityColumn = quantity?.sheetId === sheet.id ? quantity.column : null;
  const taken = await inSteps(takeInSteps(selection.rows, { quantityColumn }), isWanted);
  if (taken === null) return { kind: "overtaken" };
  if (!taken.ok) return { kind: "not-understood", refusal: taken.refusal, sheetName: sheet.name };
  return { kind: "read", intake: taken.intake };
}
