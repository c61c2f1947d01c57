/** What the dialog of undo says at each of its steps. */
import { Field, Spinner, Textarea } from "@fluentui/react-components";
import { statusWords } from "../../../shared/order/status-words.ts";
import type { BatchOrder, BatchUndo, StayingOrder } from "../../../shared/wire/batch-history.ts";
import type { Undoing } from "../../sync/batch-state.ts";
import { mos } from "../texts.ts";
import { stayWords, undoTexts, whatIsMade } from "./batch-texts.ts";
import { ClearCells } from "./clear-cells.tsx";
import { Said } from "../parts/said.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

interface UndoContentProps {
  readonly undoing: Exclude<Undoing, { kind: "closed" }>;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
}

export function UndoContent({ undoing, reason, setReason }: UndoContentProps) {
  switch (undoing.kind) {
    case "asking":
      return <Spinner size="small" label="Checking what can be taken back" labelPosition="after" />;
    case "failed":
      return <p role="alert">{`${undoing.why} ${undoTexts.tryAgain}`}</p>;
    case "offered":
    case "undoing":
      return (
        <>
          <Offer undo={undoing.undo} />
          {undoing.undo.takesBack.length > 0 ? (
            <Field label="Reason (optional)">
              <Textarea
                value={reason}
                maxLength={1000}
                disabled={undoing.kind === "undoing"}
                onChange={(_event, { value }) => setReason(value)}
              />
            </Field>
          ) : null}
          <p className="quiet">{undoTexts.excelUndo}</p>
        </>
      );
    case "done":
      return (
        <>
          <Stays orders={undoing.undo.stays} />
          <p>{undoTexts.makeAgain}</p>
          <div className="batch-actions">
            <ClearCells batch={undoing.number} />
          </div>
        </>
      );
  }
}

function Offer({ undo: { takesBack, stays, cancelled } }: { readonly undo: BatchUndo }) {
  return (
    <>
      {takesBack.length === 0 ? <p>{undoTexts.nothingBack}</p> : <TakenBack orders={takesBack} />}
      <Stays orders={stays} />
      {cancelled.length > 0 ? <p className="quiet">{`${mos(cancelled.length)} already cancelled.`}</p> : null}
    </>
  );
}

/** So many stand there whole; of more, the dialog would hide what comes after them. */
const FEW = 6;

function TakenBack({ orders }: { readonly orders: readonly BatchOrder[] }) {
  return (
    <section>
      <h3>{`${mos(orders.length)} will be cancelled`}</h3>
      <VirtualList
        label="Will be cancelled"
        entries={orders}
        estimate={22}
        long={FEW}
        keyOf={({ number }) => number}
        render={(order) => (
          <div className="undo-order">
            <strong className="code">{order.number}</strong>
            <span className="quiet">
              <Said text={whatIsMade(order)} />
            </span>
          </div>
        )}
      />
    </section>
  );
}

function Stays({ orders }: { readonly orders: readonly StayingOrder[] }) {
  if (orders.length === 0) return null;
  return (
    <section>
      <h3>{stayWords(orders.length)}</h3>
      <VirtualList
        label="Cannot be taken back"
        entries={orders}
        estimate={44}
        long={FEW}
        keyOf={({ number }) => number}
        render={(order) => (
          <div className="undo-order is-staying">
            <strong className="code">{order.number}</strong>
            <span className="quiet">
              <Said text={whatIsMade(order)} />
            </span>
            <span>
              <Said text={`${statusWords(order.status, order.holdReason)}: ${order.message}`} />
            </span>
          </div>
        )}
      />
    </section>
  );
}
