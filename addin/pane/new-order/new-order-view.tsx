/** New MO: the fields by XoroERP's names, what they would make, and two ways to go on. */
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { CreateFooter, MADE_HERE_ID } from "./create-footer.tsx";
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

function MadeHere() {
  const { made } = useNewOrderState();
  return (
    <div aria-live="polite" id={MADE_HERE_ID}>
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
