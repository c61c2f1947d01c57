/** The selected rows: what they would make, and the one button that makes it. */
import { ActionBar } from "./action-bar.tsx";
import { ChangedRows } from "./changed-rows.tsx";
import { DemandCard } from "../demand/demand-card.tsx";
import { OutcomeCard } from "./outcome-card.tsx";
import { WorkView } from "./work-view.tsx";
import "./rows.css";

export function RowsView() {
  return (
    <>
      <main className="pane-body" aria-label="Selected rows">
        <OutcomeCard />
        <DemandCard />
        <ChangedRows />
        <WorkView />
      </main>
      <ActionBar />
    </>
  );
}
