/** The pane: a slim header, what the selection would make, and one button. */
import { FluentProvider } from "@fluentui/react-components";
import type { Planner } from "../sync/planner.ts";
import { ActionBar } from "./action-bar.tsx";
import { Header } from "./header.tsx";
import { OutcomeCard } from "./outcome-card.tsx";
import { PlannerProvider } from "./planner-context.ts";
import { useTheme } from "./theme.ts";
import { WorkView } from "./work-view.tsx";
import "./pane.css";

interface AppProps {
  readonly planner: Planner;
  readonly officeBackground: string | null;
}

export function App({ planner, officeBackground }: AppProps) {
  const theme = useTheme(officeBackground);
  return (
    <FluentProvider theme={theme} className="pane">
      <PlannerProvider value={planner}>
        <Header />
        <main className="pane-body" aria-label="Selected rows">
          <OutcomeCard />
          <WorkView />
        </main>
        <ActionBar />
      </PlannerProvider>
    </FluentProvider>
  );
}
