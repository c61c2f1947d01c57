/** The pane: a slim header, its tabs, and the view that was chosen. */
import { FluentProvider } from "@fluentui/react-components";
import type { BatchHistory } from "../sync/batch-history.ts";
import type { Planner } from "../sync/planner.ts";
import { Header } from "./header.tsx";
import { HistoryProvider } from "./history-context.ts";
import { PlannerProvider } from "./planner-context.ts";
import { useTheme } from "./theme.ts";
import { ChosenView, ViewTabs } from "./views.tsx";
import "./pane.css";

interface AppProps {
  readonly planner: Planner;
  readonly history: BatchHistory;
  readonly officeBackground: string | null;
}

export function App({ planner, history, officeBackground }: AppProps) {
  const theme = useTheme(officeBackground);
  return (
    <FluentProvider theme={theme} className="pane">
      <PlannerProvider value={planner}>
        <HistoryProvider value={history}>
          <Header />
          <ViewTabs />
          <ChosenView />
        </HistoryProvider>
      </PlannerProvider>
    </FluentProvider>
  );
}
