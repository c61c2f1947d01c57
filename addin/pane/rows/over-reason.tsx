/** More than a line wants is made only for a reason, which stays with the order (R2). */
import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { usePlanner, usePlannerState } from "./planner-context.ts";

const LONGEST = 200;

export function OverReason({ isAsked }: { readonly isAsked: boolean }) {
  const planner = usePlanner();
  const { rules } = usePlannerState();
  const [reason, setReason] = useState(rules.overReason);
  const [given, setGiven] = useState(rules.overReason);
  // Asked anew for other rows: what was said of the ones before is no answer for them.
  if (given !== rules.overReason) {
    setGiven(rules.overReason);
    setReason(rules.overReason);
  }
  const isOn = rules.coveredRows === "make-anyway";
  if (!isAsked && !isOn) return null;
  const choose = (): void =>
    planner.choose({ coveredRows: isOn ? "refuse" : "make-anyway", overReason: isOn ? "" : reason.trim() });
  return (
    <Field label="Why make more than is wanted?" size="small">
      <div className="field-with-button">
        <Input
          size="small"
          value={reason}
          maxLength={LONGEST}
          disabled={isOn}
          onChange={(_event, { value }) => setReason(value)}
        />
        <Button size="small" disabled={!isOn && reason.trim() === ""} onClick={choose}>
          {isOn ? "Do not" : "Make all the same"}
        </Button>
      </div>
    </Field>
  );
}
