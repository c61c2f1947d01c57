/** Choices that appear only when they matter: which quantity, which order of day and month, what of past and repeated rows. */
import { Checkbox, Dropdown, Field, Option, Radio, RadioGroup } from "@fluentui/react-components";
import type { Intake } from "../../../shared/intake/intake.ts";
import type { Rules, WireProblem } from "../../../shared/wire/lines.ts";
import type { Plan } from "../../../shared/wire/plan.ts";
import { CoveredRows } from "./covered-rows.tsx";
import { LinkChoice } from "./link-choice.tsx";
import { MergeRows } from "./merge-rows.tsx";
import { usePlanner, usePlannerState } from "./planner-context.ts";

interface QuestionsProps {
  readonly intake: Intake;
  readonly problems: readonly WireProblem[];
  /** Null while the service is asked. */
  readonly plan: Plan | null;
}

export function Questions({ intake, problems, plan }: QuestionsProps) {
  const planner = usePlanner();
  const { rules } = usePlannerState();
  const asked = choices.filter((choice) => choice.isOn(rules) || choice.matters({ problems, plan }));
  return (
    <div className="questions">
      {intake.questions.map((question) =>
        question.kind === "date-order" ? (
          <DateOrder key="date-order" heading={question.column.heading} example={question.example} />
        ) : intake.lines.length > 0 ? (
          <QuantityColumn key="quantity" sheetId={intake.sheet.id} {...question} />
        ) : null,
      )}
      <LinkChoice intake={intake} />
      <MergeRows intake={intake} />
      <CoveredRows sheetId={intake.sheet.id} problems={plan === null ? null : problems} />
      {asked.map(({ label, isOn, on, off }) => (
        <Checkbox
          key={label}
          label={label}
          checked={isOn(rules)}
          onChange={(_event, { checked }) => planner.choose(checked === true ? on : off)}
        />
      ))}
    </div>
  );
}

type Seen = Omit<QuestionsProps, "intake">;

/** A rule of the press that is on or off, shown once it makes a difference. */
interface Choice {
  readonly label: string;
  readonly on: Partial<Rules>;
  readonly off: Partial<Rules>;
  readonly isOn: (rules: Rules) => boolean;
  readonly matters: (seen: Seen) => boolean;
}

const hasProblem =
  (code: WireProblem["code"]): Choice["matters"] =>
  ({ problems }) =>
    problems.some((problem) => problem.code === code);

const choices: readonly Choice[] = [
  {
    label: "Make past-due rows as soon as possible",
    on: { pastNeedDates: "as-soon-as-possible" },
    off: { pastNeedDates: "refuse" },
    isOn: (rules) => rules.pastNeedDates === "as-soon-as-possible",
    matters: hasProblem("need-date-past"),
  },
  {
    label: "Keep repeated rows as separate MOs",
    on: { duplicateRows: "keep" },
    off: { duplicateRows: "refuse" },
    isOn: (rules) => rules.duplicateRows === "keep",
    matters: hasProblem("duplicate-row"),
  },
  {
    label: "Make missing sub-assemblies too",
    on: { subAssemblies: "make" },
    off: { subAssemblies: "take-from-stock" },
    isOn: (rules) => rules.subAssemblies === "make",
    matters: ({ plan }) => plan !== null && isShort(plan),
  },
  {
    label: "Let work wait until work centers are free",
    on: { capacity: "finite" },
    off: { capacity: "infinite" },
    isOn: (rules) => rules.capacity === "finite",
    matters: ({ plan }) => plan?.load.some((week) => week.isOverloaded) ?? false,
  },
];

function isShort({ rows }: Plan): boolean {
  return rows.some((row) => row.outcome === "ready" && row.order.readiness.shortages.length > 0);
}

function DateOrder({ heading, example }: { readonly heading: string; readonly example: string }) {
  const planner = usePlanner();
  const { rules } = usePlannerState();
  const choose = (value: string): void =>
    planner.choose({ dateOrder: value === "day-first" ? "day-first" : "month-first" });
  return (
    <Field label={`How should ${example} in “${heading}” be read?`}>
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

interface QuantityColumnProps extends Pick<
  Extract<Intake["questions"][number], { kind: "quantity-column" }>,
  "taken" | "others"
> {
  readonly sheetId: string;
}

function QuantityColumn({ sheetId, taken, others }: QuantityColumnProps) {
  const planner = usePlanner();
  return (
    <Field label="Quantity to make" size="small">
      <Dropdown
        size="small"
        value={taken.heading}
        selectedOptions={[String(taken.column)]}
        onOptionSelect={(_event, { optionValue }) => planner.chooseQuantity(sheetId, Number(optionValue))}
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
