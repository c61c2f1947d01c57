/** New MO: the fields by XoroERP's names, what they would make, and two ways to go on. */
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { CreateFooter, MADE_HERE_ID } from "./create-footer.tsx";
import type { MadeOrder } from "../../sync/new-order-state.ts";
import { useHistoryState } from "../batches/history-context.ts";
import { UndoBatch } from "../batches/undo-batch.tsx";
import { usePlannerState } from "../rows/planner-context.ts";
import { useNewOrderState } from "./new-order-context.ts";
import { NewOrderFieldset } from "./new-order-fields.tsx";
import { OrderParts } from "../parts/order-parts.tsx";

export function NewOrderView() {
  const { preview } = useNewOrderState();
  return (
    <>
      <main className="pane-body" aria-label="New MO">
        <MadeHere />
        <NewOrderFieldset />
        {preview.kind === "planned" ? (
          <section className="card" aria-label="Raw materials and steps">
            <OrderParts order={preview.row.order} />
          </section>
        ) : null}
      </main>
      <CreateFooter />
    </>
  );
}

/** Each press of this form is a batch of its own. */
function Undo({ order: { number, batch } }: { readonly order: MadeOrder }) {
  const { undone } = useHistoryState();
  const { orders } = usePlannerState();
  const status = orders.get(number)?.status ?? "open";
  const isCancelled = undone.has(batch) || status === "cancelled";
  const isPossible = !isCancelled && (status === "open" || status === "released");
  return (
    <>
      {isCancelled ? <span className="quiet">Cancelled</span> : null}
      <UndoBatch number={batch} state="done" isPossible={isPossible} label="Undo" />
    </>
  );
}

function MadeHere() {
  const { made } = useNewOrderState();
  return (
    <div aria-live="polite" id={MADE_HERE_ID}>
      {made.length === 0 ? null : (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Created with this form</MessageBarTitle>
            <ul className="plain-list" aria-label="Created with this form">
              {made.map((order) => (
                <li key={order.number} className="list-line">
                  <span>{`${order.number} · ${order.what}`}</span>
                  <Undo order={order} />
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
