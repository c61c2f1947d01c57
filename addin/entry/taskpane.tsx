/** The one page of the add-in: task pane and ribbon commands share its runtime. Wiring only. */
import { createRoot } from "react-dom/client";
import { createExcelWorkbook } from "../host/excel-workbook.ts";
import { officeBackground, officeReady, onRibbonCommand, showPane } from "../host/office.ts";
import { CREATE_BUTTON_ID } from "../pane/rows/action-bar.tsx";
import { SUMMARY_ID } from "../pane/rows/selection-view.tsx";
import { App } from "../pane/app.tsx";
import { ribbonActionNames } from "../ribbon/action-names.ts";
import { ribbonActions } from "../ribbon/ribbon-actions.ts";
import { BatchHistory } from "../sync/batch-history.ts";
import { DemandChanges } from "../sync/demand-changes.ts";
import { MadeCoverage } from "../sync/made-coverage.ts";
import { MaterialEditor } from "../sync/material-editor.ts";
import { OrderFacts } from "../sync/order-facts.ts";
import { indexedRecords } from "../sync/press/indexed-records.ts";
import { createOutbox } from "../sync/press/outbox.ts";
import { Planner } from "../sync/planner.ts";
import { SourceFigures } from "../sync/source-figures.ts";
import { SourceSheets } from "../sync/source-sheets.ts";
import { NewOrder } from "../sync/new-order.ts";
import { createBatchClient } from "../sync/clients/batch-client.ts";
import { createDemandClient } from "../sync/clients/demand-client.ts";
import { httpAt } from "../sync/clients/http.ts";
import { createItemClient } from "../sync/clients/item-client.ts";
import { createMaterialsClient } from "../sync/clients/materials-client.ts";
import { WorkbookId } from "../sync/workbook-id.ts";
import { createServiceClient } from "../sync/clients/service-client.ts";
import { createSourceClient } from "../sync/clients/source-client.ts";

const http = httpAt(new URL("/api/v1", window.location.origin).href);
const workbook = createExcelWorkbook();
const client = createServiceClient(http);
const newKey = (): string => crypto.randomUUID();
const workbookId = new WorkbookId(workbook, newKey);
// Some browsers refuse its very name in private windows.
const outbox = createOutbox(indexedRecords(() => window.indexedDB));
const sourceClient = createSourceClient(http);
const demand = new DemandChanges({ workbook, client: createDemandClient(http) });
const coverage = new MadeCoverage(client);
const facts = new OrderFacts(client);
const planner = new Planner({
  workbook,
  client,
  news: {
    found: (numbers) => demand.found(numbers),
    happened: (events) => {
      demand.happened(events);
      coverage.happened();
    },
  },
  workbookId,
  sources: sourceClient,
  outbox,
  newKey,
  onMade: (numbers) => void figures.changed(numbers),
  clockTime: () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }),
});
const history = new BatchHistory({
  client: createBatchClient(http),
  workbook,
  planner: planner.store,
  onFigures: (numbers) => figures.changed(numbers),
  onCleared: () => planner.retry(),
});
const materials = new MaterialEditor({ client: createMaterialsClient(http), planner: planner.store });
const sources = new SourceSheets({
  workbook,
  client: sourceClient,
  now: () => new Date().toISOString(),
});
const figures = new SourceFigures({ workbook, client: sourceClient, store: sources.store });
const form = new NewOrder({
  client,
  items: createItemClient(http),
  workbookId,
  outbox,
  newKey,
});
const actions = ribbonActions({
  planner,
  showPane,
  focusCreate: () =>
    (document.getElementById(CREATE_BUTTON_ID) ?? document.getElementById(SUMMARY_ID))?.focus(),
});
for (const name of ribbonActionNames)
  onRibbonCommand(name, { run: actions[name], fault: (error) => planner.fault(error) });

const root = document.getElementById("root");
if (root === null) throw new Error("taskpane.html has no root");

const isExcel = await officeReady();
if (isExcel) {
  createRoot(root).render(
    <App
      planner={planner}
      history={history}
      demand={demand}
      coverage={coverage}
      facts={facts}
      materials={materials}
      sources={sources}
      form={form}
      officeBackground={officeBackground()}
    />,
  );
  planner.start();
  void form.start();
  window.addEventListener("pagehide", () => {
    planner.close();
    demand.close();
    coverage.close();
    facts.close();
    form.close();
    figures.close();
  });
} else {
  root.textContent = "Open this page in Excel: it is the task pane of the MO Planner add-in.";
}
