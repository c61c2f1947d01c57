/** The selected rows: what they would make, and the one button that makes it. */
import { ActionBar } from "./action-bar.tsx";
import { ChangedRows } from "./changed-rows.tsx";
import { DemandCard } from "../demand/demand-card.tsx";
import { OutcomeCards } from "./outcome-card.tsx";
import { WorkView } from "./work-view.tsx";
import "./rows.css";

export function RowsView() {
  return (
    <>
      <main className="pane-body" aria-label="Selected rows">
        <OutcomeCards />
        <DemandCard />
        <ChangedRows />
        <WorkView />
      </main>
      <ActionBar />
    </>
  );
}
