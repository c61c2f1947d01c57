/** The one page of the add-in: task pane and ribbon commands share its runtime. Wiring only. */
import { createRoot } from "react-dom/client";
import { createExcelWorkbook } from "../host/excel-workbook.ts";
import { officeBackground, officeReady, onRibbonCommand, showPane } from "../host/office.ts";
import { CREATE_BUTTON_ID } from "../pane/rows/action-bar.tsx";
import { App } from "../pane/app.tsx";
import { ribbonActionNames } from "../ribbon/action-names.ts";
import { ribbonActions } from "../ribbon/ribbon-actions.ts";
import { BatchHistory } from "../sync/batch-history.ts";
import { DemandChanges } from "../sync/demand-changes.ts";
import { MadeCoverage } from "../sync/made-coverage.ts";
import { MaterialEditor } from "../sync/material-editor.ts";
import { createOutbox } from "../sync/outbox.ts";
import { Planner } from "../sync/planner.ts";
import { SourceSheets } from "../sync/source-sheets.ts";
import { createFormOutbox } from "../sync/form-outbox.ts";
import { NewOrder } from "../sync/new-order.ts";
import { createBatchClient } from "../sync/clients/batch-client.ts";
import { createDemandClient } from "../sync/clients/demand-client.ts";
import { httpAt } from "../sync/clients/http.ts";
import { createItemClient } from "../sync/clients/item-client.ts";
import { createMaterialsClient } from "../sync/clients/materials-client.ts";
import { createServiceClient } from "../sync/clients/service-client.ts";
import { createSourceClient } from "../sync/clients/source-client.ts";

const http = httpAt(new URL("/api/v1", window.location.origin).href);
const workbook = createExcelWorkbook();
const client = createServiceClient(http);
const demand = new DemandChanges({ workbook, client: createDemandClient(http) });
const coverage = new MadeCoverage(client);
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
  outbox: createOutbox(storage()),
  newKey: () => crypto.randomUUID(),
  clockTime: () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }),
});
const history = new BatchHistory({
  client: createBatchClient(http),
  workbook,
  planner: planner.store,
  onCleared: () => planner.retry(),
});
const materials = new MaterialEditor({ client: createMaterialsClient(http), planner: planner.store });
const sources = new SourceSheets({
  workbook,
  client: createSourceClient(http),
  onInserted: () => {
    planner.show("rows");
    planner.retry();
  },
});
const form = new NewOrder({
  client,
  items: createItemClient(http),
  outbox: createFormOutbox(storage()),
  newKey: () => crypto.randomUUID(),
});
const actions = ribbonActions({
  planner,
  showPane,
  focusCreate: () => document.getElementById(CREATE_BUTTON_ID)?.focus(),
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
    form.close();
  });
} else {
  root.textContent = "Open this page in Excel: it is the task pane of the MO Planner add-in.";
}

/** Null where the browser forbids it. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
