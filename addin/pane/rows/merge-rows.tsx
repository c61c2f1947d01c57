/** Whether rows for one item become one order (R13): asked only where an item comes twice. */
import { Dropdown, Field, Option } from "@fluentui/react-components";
import type { Intake } from "../../../shared/intake/intake.ts";
import { mergeRules, type MergeRule } from "../../../shared/planning/merge-demand.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";

const words: Readonly<Record<MergeRule, string>> = {
  none: "An order for each row",
  "item-store": "One for each item and store",
  "item-store-date": "One for each item, store and date",
};

export function MergeRows({ intake }: { readonly intake: Intake }) {
  const planner = usePlanner();
  const { rules } = usePlannerState();
  const items = intake.lines.map((line) => line.item.trim().toLowerCase());
  if (rules.merge === "none" && new Set(items).size === items.length) return null;
  const choose = (value: string | undefined): void =>
    planner.choose({ merge: mergeRules.find((rule) => rule === value) ?? "none" });
  return (
    <Field label="Rows for the same item" size="small">
      <Dropdown
        size="small"
        value={words[rules.merge]}
        selectedOptions={[rules.merge]}
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
