/** What was made so far, press by press: found, opened, taken back. */
import { useEffect } from "react";
import { BatchDetail } from "./batch-detail.tsx";
import { BatchFilterBar } from "./batch-filter.tsx";
import { BatchList } from "./batch-list.tsx";
import { useHistory, useHistoryState } from "./history-context.ts";
import "./batches.css";

export function BatchesView() {
  const history = useHistory();
  const { opened } = useHistoryState();
  useEffect(() => {
    history.visit();
    return () => history.leave();
  }, [history]);
  return (
    <main className="pane-body" aria-label="Batches">
      {opened === null ? (
        <>
          <BatchFilterBar />
          <BatchList />
        </>
      ) : (
        <BatchDetail opened={opened} />
      )}
    </main>
  );
}
