/** Takes a batch back, after saying exactly what that means. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Spinner,
} from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons";
import { useEffect, useId, useState } from "react";
import type { BatchState } from "../../../shared/order/undo-batch.ts";
import type { Undoing } from "../../sync/batch-state.ts";
import { mos } from "../texts.ts";
import { useHistory, useHistoryState } from "./history-context.ts";
import { UndoContent } from "./undo-content.tsx";

type Open = Exclude<Undoing, { kind: "closed" }>;

interface UndoBatchProps {
  readonly number: string;
  readonly state: BatchState;
  /** Work has not started on all of it. Once it was asked for, the dialog stays: it tells what became of it. */
  readonly isPossible: boolean;
  readonly label?: string;
}

export function UndoBatch({ number, state, isPossible, label = "Undo batch" }: UndoBatchProps) {
  const history = useHistory();
  const { undoing } = useHistoryState();
  const isOpen = undoing.kind !== "closed" && undoing.number === number;
  const shown = useLastOpen(undoing, isOpen);
  if (!isPossible && !isOpen) return null;
  const turn = (open: boolean): void => {
    if (open) void history.offerUndo(number);
    else history.closeUndo();
  };
  return (
    <Dialog open={isOpen} onOpenChange={(_event, { open }) => turn(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" icon={<ArrowUndo16Regular />} disabledFocusable={state === "undone"}>
          {label}
        </Button>
      </DialogTrigger>
      <DialogSurface className="undo-surface">
        {shown === null ? null : <UndoBody undoing={shown} />}
      </DialogSurface>
    </Dialog>
  );
}

/** A dialog that is closing keeps what it says: the keyboard would be nowhere before it is back at its button. */
function useLastOpen(undoing: Undoing, isOpen: boolean): Open | null {
  const [last, setLast] = useState<Open | null>(null);
  if (isOpen && undoing.kind !== "closed" && undoing !== last) setLast(undoing);
  return last;
}

function UndoBody({ undoing }: { readonly undoing: Open }) {
  const [reason, setReason] = useState("");
  const closeId = useId();
  const { kind } = undoing;
  // The button that was pressed is gone then.
  useEffect(() => {
    if (kind === "done" || kind === "failed") document.getElementById(closeId)?.focus();
  }, [kind, closeId]);
  return (
    <DialogBody>
      <DialogTitle>{titleOf(undoing)}</DialogTitle>
      <DialogContent className="undo-content">
        <UndoContent undoing={undoing} reason={reason} setReason={setReason} />
      </DialogContent>
      <DialogActions>
        <DialogTrigger disableButtonEnhancement>
          <Button id={closeId}>{kind === "offered" || kind === "undoing" ? "Keep the MOs" : "Close"}</Button>
        </DialogTrigger>
        <UndoButton undoing={undoing} reason={reason} />
      </DialogActions>
    </DialogBody>
  );
}

function UndoButton({ undoing, reason }: { readonly undoing: Undoing; readonly reason: string }) {
  const history = useHistory();
  if (undoing.kind === "failed")
    return (
      <Button appearance="primary" onClick={() => void history.offerUndo(undoing.number)}>
        Look again
      </Button>
    );
  if (undoing.kind !== "offered" && undoing.kind !== "undoing") return null;
  const { length } = undoing.undo.takesBack;
  const isUndoing = undoing.kind === "undoing";
  if (length === 0) return null;
  return (
    <Button
      appearance="primary"
      disabledFocusable={isUndoing}
      icon={isUndoing ? <Spinner size="tiny" /> : null}
      onClick={() => void history.undo(reason)}
    >
      {`Cancel ${mos(length)}`}
    </Button>
  );
}

function titleOf(undoing: Open): string {
  if (undoing.kind === "done") return `${mos(undoing.takenBack.length)} taken back`;
  return `Undo batch ${undoing.number}`;
}
