/** Why a row is planned as it is, asked for when somebody wants to know. */
import { Button, Spinner } from "@fluentui/react-components";
import { QuestionCircle16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Explanation } from "../../shared/wire/plan.ts";
import { usePlanner } from "./planner-context.ts";

type Answer =
  | { readonly kind: "told"; readonly explanation: Explanation }
  | { readonly kind: "untold"; readonly why: string };
type Asking = { readonly kind: "not-asked" } | { readonly kind: "asking" } | Answer;

export function ExplanationPart({ row }: { readonly row: number }) {
  const planner = usePlanner();
  const [asking, setAsking] = useState<Asking>({ kind: "not-asked" });
  const ask = async (): Promise<void> => {
    setAsking({ kind: "asking" });
    const answer = await planner.explain(row);
    setAsking(
      typeof answer === "string" ? { kind: "untold", why: answer } : { kind: "told", explanation: answer },
    );
  };
  if (asking.kind === "not-asked")
    return (
      <Button size="small" appearance="subtle" icon={<QuestionCircle16Regular />} onClick={() => void ask()}>
        Why?
      </Button>
    );
  if (asking.kind === "asking") return <Spinner size="extra-tiny" label="Asking why" labelPosition="after" />;
  if (asking.kind === "untold") return <p className="quiet">{asking.why}</p>;
  return <Steps explanation={asking.explanation} />;
}

function Steps({ explanation }: { readonly explanation: Explanation }) {
  return (
    <div className="explanation" role="group" aria-label="Why it is planned like this">
      {explanation.orders.map(({ item, quantity, steps }, order) => (
        <section key={`${String(order)} ${item}`}>
          <h4>{`${quantity} × ${item}`}</h4>
          <ol>
            {steps.map(({ sentence }, step) => (
              <li key={`${String(step)} ${sentence}`}>{sentence}</li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
