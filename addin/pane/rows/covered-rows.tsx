/** What becomes of rows whose lines are on MOs already: left out, cut to what is left, or made for a reason (R2). */
import { Button, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { WireProblem } from "../../../shared/wire/lines.ts";
import { ASKED_ANEW, COVERED } from "../../sync/covered-answer.ts";
import { count } from "../texts.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";

const LONGEST = 200;

interface CoveredRowsProps {
  readonly sheetId: string;
  /** Null while the service is asked: what was asked about before stays in sight. */
  readonly problems: readonly WireProblem[] | null;
}

interface Asked {
  /** By what they say which rows it is about: other rows are asked about anew. */
  readonly key: string;
  readonly rows: number;
  readonly isSomeLeft: boolean;
}

const NOTHING_ASKED: Asked = { key: "", rows: 0, isSomeLeft: false };

export function CoveredRows({ sheetId, problems }: CoveredRowsProps) {
  const planner = usePlanner();
  const { coveredRows } = usePlannerState().rules;
  const [asked, setAsked] = useState(NOTHING_ASKED);
  const [isTyping, setTyping] = useState(false);
  const now = problems === null ? asked : askedOf(sheetId, problems);
  if (now.key !== asked.key) {
    setAsked(now);
    setTyping(false);
  }
  if (now.rows === 0) return null;
  const choose = (value: string): void => {
    setTyping(value === "make-anyway");
    const wanted = value === "make-remaining" ? value : ASKED_ANEW.coveredRows;
    if (wanted !== coveredRows) planner.choose({ ...ASKED_ANEW, coveredRows: wanted });
  };
  const chosen = isTyping ? "make-anyway" : coveredRows;
  return (
    <Field label={count(now.rows, "row is on MOs already", "rows are on MOs already")} size="small">
      <RadioGroup value={chosen} onChange={(_event, { value }) => choose(value)}>
        <Radio value="refuse" label={now.rows === 1 ? "Leave it out" : "Leave them out"} />
        <Radio
          value="make-remaining"
          disabled={!now.isSomeLeft}
          label={now.isSomeLeft ? "Make only what is left" : "Make only what is left (nothing is)"}
        />
        <Radio value="make-anyway" label={now.rows === 1 ? "Make it anyway" : "Make them anyway"} />
      </RadioGroup>
      {chosen === "make-anyway" ? <Reason key={now.key} onGiven={() => setTyping(false)} /> : null}
    </Field>
  );
}

/** It stays with the MO, so that everybody can see later why there is more than was wanted. */
function Reason({ onGiven }: { readonly onGiven: () => void }) {
  const planner = usePlanner();
  const { overReason } = usePlannerState().rules;
  const [reason, setReason] = useState(overReason);
  const typed = reason.trim();
  const give = (): void => {
    if (typed === "" || typed === overReason) return;
    planner.choose({ coveredRows: "make-anyway", overReason: typed });
    onGiven();
  };
  return (
    <div className="field-with-button reason">
      <Input
        size="small"
        aria-label="Reason"
        placeholder="Reason"
        value={reason}
        maxLength={LONGEST}
        onChange={(_event, { value }) => setReason(value)}
        onKeyDown={({ key }) => (key === "Enter" ? give() : undefined)}
      />
      <Button size="small" disabledFocusable={typed === "" || typed === overReason} onClick={give}>
        {overReason === "" ? "Apply" : "Change"}
      </Button>
    </div>
  );
}

function askedOf(sheetId: string, problems: readonly WireProblem[]): Asked {
  const covered = problems.filter(({ code }) => COVERED.includes(code));
  const rows = [...new Set(covered.map(({ row }) => row))];
  return {
    key: rows.length === 0 ? "" : `${sheetId} ${rows.toSorted((left, right) => left - right).join()}`,
    rows: rows.length,
    isSomeLeft: covered.some(({ params }) => params["remaining"] !== "0"),
  };
}
