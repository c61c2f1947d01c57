/** The rooms of the pane, in the order of their tabs: add one here and in `paneViews`. */
import { TabList, Tab } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { paneViews, type PaneView } from "../sync/planner-state.ts";
import { BatchesView } from "./batches/batches-view.tsx";
import { usePlanner, usePlannerState } from "./rows/planner-context.ts";
import { NewOrderView } from "./new-order/new-order-view.tsx";
import { RowsView } from "./rows/rows-view.tsx";
import { SourcesView } from "./sources/sources-view.tsx";

interface ViewInfo {
  readonly label: string;
  readonly View: () => ReactElement;
}

const views: Readonly<Record<PaneView, ViewInfo>> = {
  rows: { label: "Rows", View: RowsView },
  sources: { label: "Sources", View: SourcesView },
  "new-mo": { label: "New MO", View: NewOrderView },
  batches: { label: "Batches", View: BatchesView },
};

export function ViewTabs() {
  const planner = usePlanner();
  const { view } = usePlannerState();
  return (
    <TabList
      className="pane-tabs"
      size="small"
      aria-label="What to work on"
      selectedValue={view}
      onTabSelect={(_event, { value }) => planner.show(paneViews.find((name) => name === value) ?? "rows")}
    >
      {paneViews.map((name) => (
        <Tab key={name} value={name}>
          {views[name].label}
        </Tab>
      ))}
    </TabList>
  );
}

export function ChosenView() {
  const { View } = views[usePlannerState().view];
  return <View />;
}
