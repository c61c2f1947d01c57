/** What a press of Create sends, and keeps until its results stand in the sheet. */
import type { Intake } from "../../../shared/intake/intake.ts";
import { placeOf } from "../../../shared/sheet/patch-for-batch.ts";
import { toWireProblem, type Rules } from "../../../shared/wire/lines.ts";
import type { Plan } from "../../../shared/wire/plan.ts";
import type { SheetPress } from "./press.ts";

/** What the preview shows when Create is pressed. */
export interface Previewed {
  readonly intake: Intake;
  readonly plan: Plan;
}

interface Shown extends Previewed {
  readonly rules: Rules;
}

export interface PressIdentity {
  readonly workbookId: string;
  /** Born with the press, reused by all its retries. */
  readonly key: string;
  readonly pressedAt: string;
}

/** Rows that the preview refused are not sent: what is wrong with them is painted beside the rest. */
export function newPress({ intake, plan, rules }: Shown, identity: PressIdentity): SheetPress {
  const { workbookId, key, pressedAt } = identity;
  const ready = plan.rows.filter((row) => row.outcome === "ready");
  const sent = new Set(plan.rows.flatMap((row) => (row.outcome === "refused" ? [] : [row.row])));
  const refused = plan.rows.flatMap((row) => (row.outcome === "refused" ? row.problems : []));
  return {
    workbookId,
    isCancelled: false,
    sheetName: intake.sheet.name,
    pressedAt,
    request: {
      key,
      lines: intake.lines.filter((line) => sent.has(line.row)),
      rules,
      fingerprints: ready.map(({ row, fingerprint }) => ({ row, fingerprint })),
      source: { workbook: workbookId, sheet: intake.sheet.name },
    },
    place: placeOfPress(intake),
    unsent: [...intake.problems.map(toWireProblem), ...refused],
  };
}

function placeOfPress(intake: Intake): SheetPress["place"] {
  const { identities, ...place } = placeOf(intake);
  return { ...place, identities: identities.map(([row, identity]) => [row, identity]) };
}
