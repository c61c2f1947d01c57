/** Whether rows for one item become one order (R13): asked only where an item comes twice. */
import { Dropdown, Field, Option } from "@fluentui/react-components";
import type { Intake } from "../../../shared/intake/intake.ts";
import { mergeRules, type MergeRule } from "../../../shared/planning/merge-demand.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";

const words: Readonly<Record<MergeRule, string>> = {
  none: "One MO for each row",
  "item-store": "One MO for each item and store",
  "item-store-date": "One MO for each item, store and date",
};

export function MergeRows({ intake }: { readonly intake: Intake }) {
  const planner = usePlanner();
  const { rules } = usePlannerState();
  const items = intake.lines.map((line) => line.item.trim().toLowerCase());
  if (rules.merge === "none" && new Set(items).size === items.length) return null;
  // Each dynamic MO follows one line, so the service merges none of them.
  const isApart = rules.link === "dynamic";
  const shown = isApart ? "none" : rules.merge;
  const choose = (value: string | undefined): void =>
    planner.choose({ merge: mergeRules.find((rule) => rule === value) ?? "none" });
  return (
    <Field
      label="Rows for the same item"
      size="small"
      {...(isApart && { hint: "Dynamic MOs are not merged: each follows its own line." })}
    >
      <Dropdown
        size="small"
        disabled={isApart}
        value={words[shown]}
        selectedOptions={[shown]}
        onOptionSelect={(_event, { optionValue }) => choose(optionValue)}
      >
        {mergeRules.map((rule) => (
          <Option key={rule} value={rule}>
            {words[rule]}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
