/** Whether MOs for sales-order lines stay as they are made or follow their lines, by XoroERP's name for the latter. */
import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { Intake } from "../../../shared/intake/intake.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";

export function LinkChoice({ intake }: { readonly intake: Intake }) {
  const planner = usePlanner();
  const { rules } = usePlannerState();
  if (intake.lines[0]?.kind !== "sales-order") return null;
  return (
    <Field label="Create Dynamic MO (Selected Lines)" size="small">
      <RadioGroup
        value={rules.link}
        onChange={(_event, { value }) =>
          planner.choose({ link: value === "dynamic" ? "dynamic" : "regular" })
        }
      >
        <Radio value="regular" label="Regular MO (stays as made)" />
        <Radio value="dynamic" label="Dynamic MO (follows its line until released)" />
      </RadioGroup>
    </Field>
  );
}
