/** The one button. It says what it will do; when it cannot, the reason stands beside it (R60). */
import { Button, Spinner } from "@fluentui/react-components";
import type { Rules } from "../../../shared/wire/lines.ts";
import type { PlannerState } from "../../sync/planner-state.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";
import { count, hostBusy, mos, mosOfPress, notUnderstood } from "../texts.ts";

export const CREATE_BUTTON_ID = "create";

export function ActionBar() {
  const planner = usePlanner();
  const action = actionOf(usePlannerState());
  if (action === null) return null;
  const { label, reason, isBusy } = action;
  return (
    <footer className="pane-footer" aria-label="Create">
      {reason === null ? null : (
        <span className="quiet" id="why-not">
          {reason}
        </span>
      )}
      <Button
        id={CREATE_BUTTON_ID}
        appearance="primary"
        size="large"
        disabledFocusable={reason !== null || isBusy}
        {...(reason === null ? {} : { "aria-describedby": "why-not" })}
        icon={isBusy ? <Spinner size="tiny" /> : null}
        onClick={() => planner.create()}
      >
        {label}
      </Button>
    </footer>
  );
}

interface Action {
  readonly label: string;
  /** Why it cannot be pressed; null when it can. */
  readonly reason: string | null;
  readonly isBusy: boolean;
}

const cannot = (reason: string): Action => ({ label: "Create MOs", reason, isBusy: false });
const busy = (label: string): Action => ({ label, reason: null, isBusy: true });

/** Null where there is nothing to press: the rows are on MOs already, and the headline says so. */
function actionOf({ work, connection, rules }: PlannerState): Action | null {
  switch (work.kind) {
    case "sending":
      return busy(`${work.press.isCancelled ? "Cancelling" : "Creating"} ${mosOfPress(work.press)}`);
    case "painting":
      return busy("Writing to the sheet");
    case "planned":
      return plannedAction(work, connection, rules.link);
    case "checking":
      return busy(`Creating ${madeBy(work.plan.ready, rules.link)}`);
    case "rejected":
      return cannot("These rows cannot be planned.");
    case "planning":
    case "reading":
      return cannot("Looking at the selection.");
    case "unplanned":
      return cannot("The service cannot be reached.");
    case "not-understood":
      return cannot(notUnderstood[work.refusal]);
    case "host-busy":
      return cannot(hostBusy[work.refusal]);
    case "other-rows":
      return cannot("These rows are of another kind.");
    case "fault":
      return cannot("Try again first.");
    case "nothing-selected":
      return cannot(notUnderstood["nothing-selected"]);
  }
}

function plannedAction(
  { intake, plan }: Extract<PlannerState["work"], { kind: "planned" }>,
  connection: PlannerState["connection"],
  link: Rules["link"],
): Action | null {
  if (intake.lines.length === 0 && intake.problems.length === 0) return null;
  if (connection === "offline") return cannot("The service cannot be reached.");
  if (plan.ready === 0) return cannot("No row can be made yet.");
  return { label: `Create ${madeBy(plan.ready, link)}`, reason: null, isBusy: false };
}

function madeBy(number: number, link: Rules["link"]): string {
  return link === "dynamic" ? count(number, "dynamic MO", "dynamic MOs") : mos(number);
}
