/** The one button. It says what it will do; when it cannot, the reason stands beside it (R60). */
import { Button, Spinner } from "@fluentui/react-components";
import type { PlannerState } from "../../sync/planner-state.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";
import { hostBusy, notUnderstood, orders } from "../texts.ts";

export const CREATE_BUTTON_ID = "create";

export function ActionBar() {
  const planner = usePlanner();
  const state = usePlannerState();
  const { label, reason, isBusy } = actionOf(state);
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

function actionOf({ work, connection }: PlannerState): Action {
  const cannot = (reason: string): Action => ({
    label: "Create manufacturing orders",
    reason,
    isBusy: false,
  });
  switch (work.kind) {
    case "sending":
    case "painting":
      return { label: `Creating ${orders(work.press.request.lines.length)}`, reason: null, isBusy: true };
    case "planned":
      if (connection === "offline") return cannot("The service cannot be reached.");
      if (work.plan.ready === 0)
        return cannot(work.intake.lines.length === 0 ? "No rows to make." : "No row is ready yet.");
      return { label: `Create ${orders(work.plan.ready)}`, reason: null, isBusy: false };
    case "checking":
      return { label: `Creating ${orders(work.plan.ready)}`, reason: null, isBusy: true };
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
