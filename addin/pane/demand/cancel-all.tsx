/** Cancels the MOs that nobody wants any more, after naming them: nothing brings a cancelled MO back. */
import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { useState } from "react";
import { driftParts } from "../../../shared/sheet/drift-text.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { Said } from "../parts/said.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";
import { mos } from "../texts.ts";
import { useDemandState } from "./demand-context.ts";

/** So many stand there whole; of more, the dialog would hide what comes after them. */
const FEW = 6;

interface CancelAllProps {
  readonly numbers: readonly string[];
  readonly apply: () => void;
}

export function CancelAll({ numbers, apply }: CancelAllProps) {
  const { applying } = useDemandState();
  const [isOpen, setOpen] = useState(false);
  const backHere = useRestoreFocusTarget();
  return (
    <>
      <Button size="small" disabledFocusable={applying.size > 0} {...backHere} onClick={() => setOpen(true)}>
        {`Cancel ${mos(numbers.length)}…`}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title={`Cancel ${mos(numbers.length)}?`}
        stayLabel="Keep the MOs"
        goLabel={`Cancel ${mos(numbers.length)}`}
        close={() => setOpen(false)}
        go={apply}
      >
        <p>Nobody wants them any more. A cancelled MO cannot be brought back.</p>
        <VirtualList
          label="MOs to cancel"
          entries={numbers}
          estimate={44}
          long={FEW}
          keyOf={(number) => number}
          render={(number) => <Ending number={number} />}
        />
      </ConfirmDialog>
    </>
  );
}

function Ending({ number }: { readonly number: string }) {
  const drifts = useDemandState().drifts.get(number) ?? [];
  return (
    <div className="undo-order">
      <strong className="code">{number}</strong>
      <span className="quiet">
        <Said
          text={drifts
            .map((drift) => `${drift.document} line ${drift.line}: ${driftParts(drift).join(", ")}`)
            .join("; ")}
        />
      </span>
    </div>
  );
}
