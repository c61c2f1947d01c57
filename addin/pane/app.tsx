/** The pane: a slim header, its tabs, and the view that was chosen. */
import "./pane.css";
import "./parts/parts.css";
import { FluentProvider } from "@fluentui/react-components";
import type { BatchHistory } from "../sync/batch-history.ts";
import type { MadeCoverage } from "../sync/made-coverage.ts";
import type { DemandChanges } from "../sync/demand-changes.ts";
import type { MaterialEditor } from "../sync/material-editor.ts";
import type { NewOrder } from "../sync/new-order.ts";
import type { SourceSheets } from "../sync/source-sheets.ts";
import type { OrderFacts } from "../sync/order-facts.ts";
import type { Planner } from "../sync/planner.ts";
import { CoverageProvider } from "./rows/coverage-context.ts";
import { DemandProvider } from "./demand/demand-context.ts";
import { FactsProvider } from "./rows/facts-context.ts";
import { Header } from "./header.tsx";
import { HistoryProvider } from "./batches/history-context.ts";
import { keepEscape } from "./parts/keep-escape.ts";
import { MaterialsProvider } from "./materials/materials-context.ts";
import { PlannerProvider } from "./rows/planner-context.ts";
import { NewOrderProvider } from "./new-order/new-order-context.ts";
import { SourcesProvider } from "./sources/sources-context.ts";
import { useTheme } from "./theme.ts";
import { ChosenView, ViewTabs } from "./views.tsx";

interface AppProps {
  readonly planner: Planner;
  readonly history: BatchHistory;
  readonly demand: DemandChanges;
  readonly coverage: MadeCoverage;
  readonly facts: OrderFacts;
  readonly materials: MaterialEditor;
  readonly sources: SourceSheets;
  readonly form: NewOrder;
  readonly officeBackground: string | null;
}

export function App({ officeBackground, ...deals }: AppProps) {
  const { planner, history, demand, coverage, facts, materials, sources, form } = deals;
  const theme = useTheme(officeBackground);
  return (
    <FluentProvider theme={theme} className="pane" onKeyDown={keepEscape}>
      <PlannerProvider value={planner}>
        <HistoryProvider value={history}>
          <SourcesProvider value={sources}>
            <NewOrderProvider value={form}>
              <DemandProvider value={demand}>
                <MaterialsProvider value={materials}>
                  <CoverageProvider value={coverage}>
                    <FactsProvider value={facts}>
                      <Header />
                      <ViewTabs />
                      <ChosenView />
                    </FactsProvider>
                  </CoverageProvider>
                </MaterialsProvider>
              </DemandProvider>
            </NewOrderProvider>
          </SourcesProvider>
        </HistoryProvider>
      </PlannerProvider>
    </FluentProvider>
  );
}
