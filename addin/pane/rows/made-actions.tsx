/**
 * What can be done with MOs, step by step: each step has its own place, so that pressing one spot again never takes the
 * next step, and what cannot be taken back is asked first.
 */
import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { useState } from "react";
import type { OrderSnapshot } from "../../../shared/event/event.ts";
import { possibleActions, type OrderAction, type OrderStatus } from "../../../shared/order/life.ts";
import { mos } from "../texts.ts";
import { ConfirmStep, type AskedStep } from "./confirm-step.tsx";
import { useOrderStates } from "./facts-context.ts";

interface MadeActionsProps {
  readonly numbers: readonly string[];
  readonly isActing: boolean;
  readonly act: (action: OrderAction, able: readonly string[]) => void;
}

/** Hold needs a reason and cancel needs a second thought: both stay with the API until the pane has a form for them. */
const steps = [
  { action: "release", word: "Release", isAsked: false },
  { action: "start", word: "Start", isAsked: false },
  { action: "produce", word: "Produce", isAsked: true },
  { action: "close", word: "Close", isAsked: true },
] as const;

/** Nothing of the above will ever be possible again. */
const over: readonly OrderStatus[] = ["closed", "cancelled", "disassembled"];

export function MadeActions({ numbers, isActing, act }: MadeActionsProps) {
  const states = useOrderStates(numbers);
  const [asked, setAsked] = useState<{ step: AskedStep; able: readonly string[] } | null>(null);
  const able = (action: OrderAction): readonly string[] =>
    numbers.filter((number) => canDo(states.get(number), action));
  const resumable = able("resume");
  const backHere = useRestoreFocusTarget();
  const isOver = [...states.values()].every(({ status }) => over.includes(status));
  if (!useOnce(!isOver)) return null;
  return (
    <div className="made-steps" role="group" aria-label="What to do with them">
      {steps.map(({ action, word, isAsked }) => {
        const can = able(action);
        return (
          <Button
            key={action}
            size="small"
            {...backHere}
            disabledFocusable={isActing || can.length === 0}
            onClick={() => (isAsked ? setAsked({ step: action, able: can }) : act(action, can))}
          >
            {can.length === 0 ? word : `${word} ${mos(can.length)}${isAsked ? "…" : ""}`}
          </Button>
        );
      })}
      {resumable.length === 0 ? null : (
        <Button size="small" disabledFocusable={isActing} onClick={() => act("resume", resumable)}>
          {`Resume ${mos(resumable.length)}`}
        </Button>
      )}
      <ConfirmStep
        step={asked?.step ?? null}
        numbers={asked?.able ?? []}
        close={() => setAsked(null)}
        confirm={(step) => act(step, asked?.able ?? [])}
      />
    </div>
  );
}

/** Once there, the steps stay: the keyboard keeps its place when the last one was taken. */
function useOnce(isWanted: boolean): boolean {
  const [isShown, setShown] = useState(isWanted);
  if (isWanted && !isShown) setShown(true);
  return isShown;
}

function canDo(order: OrderSnapshot | undefined, action: OrderAction): boolean {
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
