/** Selected rows that have their MO already: live status, and what can be done with it now. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Intake, MadeRow } from "../../../shared/intake/intake.ts";
import { possibleActions, type OrderAction } from "../../../shared/order/life.ts";
import { ClearCells } from "../batches/clear-cells.tsx";
import { MadeLine } from "./made-line.tsx";
import { usePlanner, usePlannerState } from "./planner-context.ts";
import { count } from "../texts.ts";
import { VirtualList } from "../parts/virtual-list.tsx";

interface MadeListProps {
  readonly made: readonly MadeRow[];
  readonly intake: Intake;
}

/** Hold needs a reason and cancel needs a second thought: both stay with the API until the pane has a form for them. */
const offered = ["release", "start", "produce", "close", "resume"] as const satisfies readonly OrderAction[];
const words: Record<(typeof offered)[number], string> = {
  release: "Release",
  start: "Start",
  produce: "Produce",
  close: "Close",
  resume: "Resume",
};

export function MadeList({ made, intake }: MadeListProps) {
  const planner = usePlanner();
  const { orders } = usePlannerState();
  const [message, setMessage] = useState<string | null>(null);
  const [isActing, setActing] = useState(false);
  const numbers = numbersOf(made);
  const able = (action: OrderAction): readonly string[] =>
    numbers.filter((number) => canDo(orders.get(number), action));
  const act = async (action: OrderAction): Promise<void> => {
    setActing(true);
    setMessage(await planner.act({ action, numbers: able(action), reason: "" }));
    setActing(false);
  };
  return (
    <section>
      <h3>Made already</h3>
      <div className="made-actions">
        {offered
          .filter((action) => able(action).length > 0)
          .map((action) => (
            <Button key={action} size="small" disabled={isActing} onClick={() => void act(action)}>
              {`${words[action]} ${count(able(action).length, "order", "orders")}`}
            </Button>
          ))}
      </div>
      <MakeAgain made={made} />
      {message === null ? null : <p role="alert">{message}</p>}
      <VirtualList
        label="Orders made already"
        entries={made}
        estimate={34}
        keyOf={({ row }) => String(row)}
        render={(row) => <MadeLine made={row} intake={intake} />}
      />
    </section>
  );
}

/** Rows whose order was cancelled are passed by as long as they carry its number. */
function MakeAgain({ made }: Pick<MadeListProps, "made">) {
  const { orders } = usePlannerState();
  const cancelled = numbersOf(made).filter((number) => orders.get(number)?.status === "cancelled");
  if (cancelled.length === 0) return null;
  return (
    <div className="made-actions">
      <ClearCells numbers={cancelled} />
    </div>
  );
}

/** Each once: rows that were merged carry the number of one order. */
function numbersOf(made: readonly MadeRow[]): readonly string[] {
  return [...new Set(made.map(({ number }) => number))];
}

type KnownOrder =
  ReturnType<typeof usePlannerState>["orders"] extends ReadonlyMap<string, infer State> ? State : never;

function canDo(order: KnownOrder | undefined, action: OrderAction): boolean {
  if (order === undefined) return false;
  const { status, holdReason, producedQuantity } = order;
  // What an event does not tell, the service knows: it refuses by name what the pane thought possible.
  const state = {
    status,
    holdReason,
    type: "manufacture",
    hasProduced: producedQuantity !== "0",
    hasIssued: false,
  } as const;
  return possibleActions(state).includes(action);
}
