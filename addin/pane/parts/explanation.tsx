/** Why an order is planned as it is, asked for when somebody wants to know. */
import { Button, Spinner } from "@fluentui/react-components";
import { QuestionCircle16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { usePlanner } from "../rows/planner-context.ts";
import { Said } from "./said.tsx";

type Told = readonly { readonly item: string; readonly quantity: string; readonly steps: Steps }[];
type Steps = readonly { readonly sentence: string }[];

type Answer =
  { readonly kind: "told"; readonly orders: Told } | { readonly kind: "untold"; readonly why: string };
type Asking = { readonly kind: "not-asked" } | { readonly kind: "asking" } | Answer;

export function ExplanationPart({ row }: { readonly row: number }) {
  const planner = usePlanner();
  const why = async (): Promise<Told | string> => {
    const answer = await planner.explain(row);
    return typeof answer === "string" ? answer : answer.orders;
  };
  return <Why why={why} />;
}

/** A sentence instead of steps says that nobody can tell. */
export function Why({ why }: { readonly why: () => Promise<Told | string> }) {
  const [asking, setAsking] = useState<Asking>({ kind: "not-asked" });
  const ask = async (): Promise<void> => {
    setAsking({ kind: "asking" });
    const answer = await why();
    setAsking(
      typeof answer === "string" ? { kind: "untold", why: answer } : { kind: "told", orders: answer },
    );
  };
  if (asking.kind === "not-asked")
    return (
      <Button size="small" appearance="subtle" icon={<QuestionCircle16Regular />} onClick={() => void ask()}>
        Why?
      </Button>
    );
  if (asking.kind === "asking")
    return <Spinner size="extra-tiny" label="Loading explanation" labelPosition="after" />;
  if (asking.kind === "untold") return <p className="quiet">{asking.why}</p>;
  return <Explained orders={asking.orders} />;
}

function Explained({ orders }: { readonly orders: Told }) {
  return (
    <div className="explanation" role="group" aria-label="Why it is planned like this">
      {orders.map(({ item, quantity, steps }, order) => (
        <section key={`${String(order)} ${item}`}>
          <h3>{`${quantity} × ${item}`}</h3>
          <ol>
            {steps.map(({ sentence }, step) => (
              <li key={`${String(step)} ${sentence}`}>
                <Said text={sentence} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
