/** Selected rows that have their MO already: live status, and what can be done with it now. */
import { useMemo, useState } from "react";
import type { Intake, MadeRow } from "../../../shared/intake/intake.ts";
import type { OrderAction } from "../../../shared/order/life.ts";
import type { ActionTold } from "../../sync/act-on-orders.ts";
import { ClearCells } from "../batches/clear-cells.tsx";
import { Said } from "../parts/said.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";
import { useOrderStates } from "./facts-context.ts";
import { MadeActions } from "./made-actions.tsx";
import { MadeLine, type MadeOrder } from "./made-line.tsx";
import { usePlanner } from "./planner-context.ts";

interface MadeListProps {
  readonly made: readonly MadeRow[];
  readonly intake: Intake;
  /** All selected rows have theirs, as the headline says. */
  readonly isAlone: boolean;
}

export function MadeList({ made, intake, isAlone }: MadeListProps) {
  const planner = usePlanner();
  const [told, setTold] = useState<ActionTold | null>(null);
  const [isActing, setActing] = useState(false);
  const orders = useMemo(() => ordersOf(made), [made]);
  const numbers = orders.map(({ number }) => number);
  const act = async (action: OrderAction, able: readonly string[]): Promise<void> => {
    setActing(true);
    setTold(await planner.act({ action, numbers: able, reason: "" }));
    setActing(false);
  };
  return (
    <section className="made">
      {isAlone ? null : <h3>Already created</h3>}
      <MadeActions numbers={numbers} isActing={isActing} act={(action, able) => void act(action, able)} />
      <MakeAgain numbers={numbers} />
      {told === null ? null : (
        <p role={told.isFault ? "alert" : "status"}>
          <Said text={told.text} />
        </p>
      )}
      <VirtualList
        label="MOs already created"
        entries={orders}
        estimate={54}
        keyOf={({ number }) => number}
        render={(order) => <MadeLine made={order} intake={intake} />}
      />
    </section>
  );
}

/** Rows whose MO was cancelled are passed by as long as they carry its number. */
function MakeAgain({ numbers }: { readonly numbers: readonly string[] }) {
  const states = useOrderStates(numbers);
  const cancelled = numbers.filter((number) => states.get(number)?.status === "cancelled");
  if (cancelled.length === 0) return null;
  return (
    <div className="made-actions">
      <ClearCells numbers={cancelled} />
    </div>
  );
}

/** Each once: rows that were merged carry the number of one MO. */
function ordersOf(made: readonly MadeRow[]): readonly MadeOrder[] {
  const rows = new Map<string, number[]>();
  for (const { number, row } of made) {
    const before = rows.get(number);
    if (before === undefined) rows.set(number, [row]);
    else before.push(row);
  }
  return [...rows].map(([number, of]) => ({ number, rows: of }));
}
