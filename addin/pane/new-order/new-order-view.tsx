/** New MO: the fields by XoroERP's names, what they would make, and two ways to go on. */
import { Button, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from "@fluentui/react-components";
import type { PlanRow } from "../../../shared/wire/plan.ts";
import { useNewOrder, useNewOrderState } from "./new-order-context.ts";
import { ITEM_FIELD_ID } from "./item-field.tsx";
import { NewOrderFieldset } from "./new-order-fields.tsx";
import { Facts } from "../parts/facts.tsx";
import { OrderParts } from "../parts/order-parts.tsx";
import { ReadinessLine } from "../parts/readiness-line.tsx";

type ReadyRow = Extract<PlanRow, { outcome: "ready" }>;

export function NewOrderView() {
  const { preview, refused } = useNewOrderState();
  return (
    <>
      <main className="pane-body" aria-label="New MO">
        <MadeHere />
        {refused.map(({ code, message, fix }) => (
          <MessageBar key={code} intent="error" layout="multiline">
            <MessageBarBody>{`${message} ${fix}`}</MessageBarBody>
          </MessageBar>
        ))}
        <NewOrderFieldset />
        {preview.kind === "unreachable" ? <p className="quiet">{preview.why}</p> : null}
        {preview.kind === "planned" ? <PreviewCard row={preview.row} /> : null}
      </main>
      <CreateButtons />
    </>
  );
}

function PreviewCard({ row }: { readonly row: ReadyRow }) {
  const { order, warnings } = row;
  const { readiness, quantity, subOrders, scheduleDate, dueDate, revision, unit } = order;
  return (
    <section className="card" aria-label="What would be made" aria-live="polite">
      <strong>{`${order.item} · ${quantity} ${unit}`}</strong>
      <Facts
        list={[order.store, `Schedule Date ${scheduleDate}`, `finished ${dueDate}`, `rev. ${revision}`]}
      />
      <ReadinessLine readiness={readiness} quantity={quantity} subOrders={subOrders.length} />
      {warnings.map(({ code, message }) => (
        <span key={code}>{message}</span>
      ))}
      <OrderParts order={order} />
    </section>
  );
}

function MadeHere() {
  const { made } = useNewOrderState();
  return (
    <div aria-live="polite">
      {made.length === 0 ? null : (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Made with this form</MessageBarTitle>
            <ul className="plain-list" aria-label="Made with this form">
              {made.map(({ number, what }) => (
                <li key={number}>{`${number} · ${what}`}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function CreateButtons() {
  const form = useNewOrder();
  const { preview, isCreating } = useNewOrderState();
  const cannot = preview.kind !== "planned" || isCreating;
  const create = async (addAnother: boolean): Promise<void> => {
    await form.create(addAnother);
    if (addAnother) document.getElementById(ITEM_FIELD_ID)?.focus();
  };
  return (
    <footer className="pane-footer" aria-label="Create">
      <Button
        appearance="primary"
        size="large"
        disabledFocusable={cannot}
        icon={isCreating ? <Spinner size="tiny" /> : null}
        onClick={() => void create(false)}
      >
        Create manufacturing order
      </Button>
      <Button disabledFocusable={cannot} onClick={() => void create(true)}>
        Create and add another
      </Button>
    </footer>
  );
}
