/** Always in sight under the form: what is odd about it, what would be created, and two ways to go on. */
import { Button, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { Warning16Filled } from "@fluentui/react-icons";
import type { PlanRow } from "../../../shared/wire/plan.ts";
import { Facts } from "../parts/facts.tsx";
import { ReadinessLine } from "../parts/readiness-line.tsx";
import { ITEM_FIELD_ID } from "./item-field.tsx";
import { useNewOrder, useNewOrderState } from "./new-order-context.ts";
import type { Creating } from "../../sync/new-order-state.ts";
import { unkeptPress, whyWaiting } from "../parts/press-texts.ts";
import { problemWords, whyNot } from "./new-order-texts.ts";

export const MADE_HERE_ID = "new-mo-made";
const WHY_NOT_ID = "new-mo-why-not";

export function CreateFooter() {
  const state = useNewOrderState();
  const { preview, creating, refused } = state;
  const reason = whyNot(state);
  return (
    <footer className="pane-footer" aria-label="Create">
      {refused.map((problem) => (
        <MessageBar key={problem.code} intent="error" layout="multiline">
          <MessageBarBody>{problemWords(problem)}</MessageBarBody>
        </MessageBar>
      ))}
      {preview.kind === "planned" ? <PlannedSummary row={preview.row} /> : null}
      {creating === null || creating.isKept ? null : <span role="status">{unkeptPress}</span>}
      {creating === null || creating.tries === 0 ? null : <NoAnswer creating={creating} />}
      {reason === null ? null : (
        <div className="why-not">
          <span className="quiet" id={WHY_NOT_ID}>
            {reason}
          </span>
          {preview.kind === "unreachable" ? <TryNow /> : null}
        </div>
      )}
      <CreateButtons isReady={preview.kind === "planned" && reason === null && creating === null} />
    </footer>
  );
}

function PlannedSummary({ row }: { readonly row: Extract<PlanRow, { outcome: "ready" }> }) {
  const { order, warnings } = row;
  const { quantity, scheduleDate, dueDate, bom, revision, unit } = order;
  return (
    <section className="new-order-summary" aria-label="To be created" aria-live="polite">
      {warnings.map(({ code, message }) => (
        <span key={code} className="warning-line">
          <Warning16Filled aria-label="Warning" />
          {message}
        </span>
      ))}
      <strong className="summary-title">
        <span className="ellipsis" title={order.item}>
          {order.item}
        </span>
        <span className="whole">{` · ${quantity} ${unit}`}</span>
      </strong>
      <ReadinessLine order={order} />
      <Facts
        list={[
          order.store,
          `Schedule Date ${scheduleDate}`,
          `finished ${dueDate}`,
          `${bom} rev. ${revision}`,
        ]}
      />
    </section>
  );
}

function NoAnswer({ creating: { what, tries, unanswered } }: { readonly creating: Creating }) {
  const why = unanswered === null ? "" : ` ${whyWaiting(unanswered)}`;
  return (
    <div className="why-not" role="status">
      <span>{`${what}: no answer yet (try ${String(tries + 1)}). It goes on by itself, and nothing is created twice.${why}`}</span>
      <TryNow />
    </div>
  );
}

function TryNow() {
  const form = useNewOrder();
  return (
    <Button size="small" onClick={() => form.hurry()}>
      Try now
    </Button>
  );
}

function CreateButtons({ isReady }: { readonly isReady: boolean }) {
  const form = useNewOrder();
  const state = useNewOrderState();
  const isCreating = state.creating !== null;
  const why = whyNot(state) === null ? {} : { "aria-describedby": WHY_NOT_ID };
  const create = async (addAnother: boolean): Promise<void> => {
    await form.create(addAnother);
    if (addAnother) document.getElementById(ITEM_FIELD_ID)?.focus();
    else document.getElementById(MADE_HERE_ID)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div className="create-buttons">
      <Button
        appearance="primary"
        size="large"
        disabledFocusable={!isReady}
        {...why}
        icon={isCreating ? <Spinner size="tiny" /> : null}
        onClick={() => void create(false)}
      >
        {isCreating ? "Creating MO" : "Create MO"}
      </Button>
      <Button disabledFocusable={!isReady} {...why} onClick={() => void create(true)}>
        Create and add another
      </Button>
      <span className="quiet">Add another keeps the store and the need date.</span>
    </div>
  );
}
