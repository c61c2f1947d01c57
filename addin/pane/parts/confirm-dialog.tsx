/** Asks before something that cannot be taken back: what it is, two ways to go on, and the harmless one first. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly stayLabel: string;
  readonly goLabel: string;
  readonly close: () => void;
  readonly go: () => void;
  readonly children: ReactNode;
}

export function ConfirmDialog({
  isOpen,
  title,
  stayLabel,
  goLabel,
  close,
  go,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog open={isOpen} onOpenChange={(_event, { open }) => (open ? undefined : close())}>
      <DialogSurface className="undo-surface">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="undo-content">{children}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{stayLabel}</Button>
            </DialogTrigger>
            <Button
              appearance="primary"
              onClick={() => {
                close();
                go();
              }}
            >
              {goLabel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
