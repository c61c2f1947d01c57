/** Choices that appear only when they matter: which quantity, which order of day and month, what of past and repeated rows. */
import { Checkbox, Dropdown, Field, Option, Radio, RadioGroup } from "@fluentui/react-components";
import type { Intake } from "../../shared/intake/intake.ts";
import type { WireProblem } from "../../shared/wire/lines.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";

interface QuestionsProps {
  readonly intake: Intake;
  readonly problems: readonly WireProblem[];
}

export function Questions({ intake, problems }: QuestionsProps) {
  const planner = usePlanner();
  const { rules } = usePlannerState();
  const asksPast =
    rules.pastNeedDates !== "refuse" || problems.some((problem) => problem.code === "need-date-past");
  const asksRepeated =
    rules.duplicateRows !== "refuse" || problems.some((problem) => problem.code === "duplicate-row");
  return (
    <div className="questions">
      {intake.questions.map((question) =>
        question.kind === "date-order" ? (
          <DateOrder key="date-order" heading={question.column.heading} example={question.example} />
        ) : (
          <QuantityColumn key="quantity" taken={question.taken} others={question.others} />
        ),
      )}
      {asksPast ? (
        <Checkbox
          label="Make past-due rows as soon as possible"
          checked={rules.pastNeedDates === "as-soon-as-possible"}
          onChange={(_event, { checked }) =>
            planner.choose({ pastNeedDates: checked === true ? "as-soon-as-possible" : "refuse" })
          }
        />
      ) : null}
      {asksRepeated ? (
        <Checkbox
          label="Keep repeated rows as orders of their own"
          checked={rules.duplicateRows === "keep"}
          onChange={(_event, { checked }) =>
            planner.choose({ duplicateRows: checked === true ? "keep" : "refuse" })
          }
        />
      ) : null}
    </div>
  );
}

function DateOrder({ heading, example }: { readonly heading: string; readonly example: string }) {
  const planner = usePlanner();
  const { rules } = usePlannerState();
  const choose = (value: string): void =>
    planner.choose({ dateOrder: value === "day-first" ? "day-first" : "month-first" });
  return (
    <Field label={`How is ${example} in “${heading}” to be read?`}>
      <RadioGroup
        layout="horizontal"
        value={rules.dateOrder ?? ""}
        onChange={(_event, { value }) => choose(value)}
      >
        <Radio value="month-first" label="Month first" />
        <Radio value="day-first" label="Day first" />
      </RadioGroup>
    </Field>
  );
}

type QuantityColumnProps = Omit<Extract<Intake["questions"][number], { kind: "quantity-column" }>, "kind">;

function QuantityColumn({ taken, others }: QuantityColumnProps) {
  const planner = usePlanner();
  return (
    <Field label="Quantity to make" size="small">
      <Dropdown
        size="small"
        value={taken.heading}
        selectedOptions={[String(taken.column)]}
        onOptionSelect={(_event, { optionValue }) => planner.chooseQuantity(Number(optionValue))}
      >
        {[taken, ...others].map(({ column, heading }) => (
          <Option key={column} value={String(column)}>
            {heading}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
