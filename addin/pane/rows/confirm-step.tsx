/** Before MOs are reported as produced or closed: which ones, how much, what cannot be taken back, what is missing. */
import { Spinner } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { decimal, decimalText, subtract } from "../../../shared/quantity/decimal.ts";
import { readinessText } from "../../../shared/sheet/readiness-text.ts";
import type { OrderReadiness } from "../../../shared/wire/readiness.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { Said } from "../parts/said.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";
import { count, mos } from "../texts.ts";
import { useFacts, useKnownOrder, useOrderStates } from "./facts-context.ts";

export type AskedStep = "produce" | "close";

interface ConfirmStepProps {
  /** Null while nothing is asked. */
  readonly step: AskedStep | null;
  readonly numbers: readonly string[];
  readonly close: () => void;
  readonly confirm: (step: AskedStep) => void;
}

const words = {
  produce: {
    verb: "Produce",
    what: "All that is left to make of them is reported as made: it goes into stock, and its materials come out. This cannot be taken back.",
  },
  close: {
    verb: "Close",
    what: "A closed MO takes no more reports, and it cannot be opened again here.",
  },
} as const;

export function ConfirmStep({ step, numbers, close, confirm }: ConfirmStepProps) {
  if (step === null) return null;
  const { verb, what } = words[step];
  return (
    <ConfirmDialog
      isOpen
      title={`${verb} ${mos(numbers.length)}?`}
      stayLabel="Go back"
      goLabel={`${verb} ${mos(numbers.length)}`}
      close={close}
      go={() => confirm(step)}
    >
      <p>{what}</p>
      <Listed step={step} numbers={numbers} />
    </ConfirmDialog>
  );
}

/** So many stand there whole; of more, the dialog would hide what comes after them. */
const FEW = 6;

interface ListedProps {
  readonly step: AskedStep;
  readonly numbers: readonly string[];
}

function Listed({ step, numbers }: ListedProps) {
  const readiness = useReadiness(step === "produce" ? numbers : NONE);
  const lacking = numbers.filter((number) => (readiness?.get(number)?.shortages.length ?? 0) > 0);
  return (
    <>
      {readiness === undefined ? (
        <Spinner size="tiny" label="Checking the materials" labelPosition="after" />
      ) : null}
      {lacking.length === 0 ? null : (
        <p role="status" className="short">
          {`${count(lacking.length, "MO is", "MOs are")} short of materials. Stock will go below zero.`}
        </p>
      )}
      <VirtualList
        label={`MOs to ${step}`}
        entries={numbers}
        estimate={44}
        long={FEW}
        keyOf={(number) => number}
        render={(number) => <Line step={step} number={number} readiness={readiness?.get(number)} />}
      />
    </>
  );
}

interface LineProps {
  readonly step: AskedStep;
  readonly number: string;
  readonly readiness: OrderReadiness | undefined;
}

function Line({ step, number, readiness }: LineProps) {
  const known = useKnownOrder(number);
  const state = useOrderStates([number]).get(number);
  const unit = known?.unit ?? "";
  const made = state === undefined ? "" : quantityOf(step, state);
  return (
    <div className="undo-order">
      <strong className="code">{number}</strong>
      <span className="quiet">
        <Said text={`${made} ${unit} ${known?.item ?? ""}`.trim()} />
      </span>
      {readiness === undefined || readiness.shortages.length === 0 ? null : (
        <span className="short">
          <Said text={readinessText(readiness)} />
        </span>
      )}
    </div>
  );
}

interface Quantities {
  readonly quantity: string;
  readonly producedQuantity: string;
}

/** "100 of 130", of which 30 are reported already. */
function quantityOf(step: AskedStep, { quantity, producedQuantity }: Quantities): string {
  if (quantity === "") return "";
  if (step === "close")
    return producedQuantity === quantity ? quantity : `${producedQuantity} of ${quantity}`;
  const left = decimalText(subtract(decimal(quantity), decimal(producedQuantity)));
  return left === quantity ? quantity : `${left} of ${quantity}`;
}

const NONE: readonly string[] = [];

/** Undefined while it is asked; null when nobody can tell. */
function useReadiness(numbers: readonly string[]): ReadonlyMap<string, OrderReadiness> | null | undefined {
  const facts = useFacts();
  const [readiness, setReadiness] = useState<ReadonlyMap<string, OrderReadiness> | null>();
  useEffect(() => {
    let isLate = false;
    const ask = async (): Promise<void> => {
      const told = numbers.length === 0 ? null : await facts.readinessOf(numbers);
      if (!isLate) setReadiness(told);
    };
    void ask();
    return () => {
      isLate = true;
    };
  }, [facts, numbers]);
  return readiness;
}
