/** The one page of the add-in: task pane and ribbon commands share its runtime. Wiring only. */
import { createRoot } from "react-dom/client";
import { createExcelWorkbook } from "../host/excel-workbook.ts";
import { officeBackground, officeReady, onRibbonCommand, showPane } from "../host/office.ts";
import { CREATE_BUTTON_ID } from "../pane/rows/action-bar.tsx";
import { App } from "../pane/app.tsx";
import { ribbonActionNames } from "../ribbon/action-names.ts";
import { ribbonActions } from "../ribbon/ribbon-actions.ts";
import { createBatchClient } from "../sync/batch-client.ts";
import { BatchHistory } from "../sync/batch-history.ts";
import { DemandChanges } from "../sync/demand-changes.ts";
import { createDemandClient } from "../sync/demand-client.ts";
import { MadeCoverage } from "../sync/made-coverage.ts";
import { createMaterialsClient, MaterialEditor } from "../sync/material-editor.ts";
import { createOutbox } from "../sync/outbox.ts";
import { Planner } from "../sync/planner.ts";
import { createSourceReader, SourceSheets } from "../sync/source-sheets.ts";
import { createFormOutbox } from "../sync/form-outbox.ts";
import { NewOrder } from "../sync/new-order.ts";
import { foundItemsSchema } from "../../shared/wire/items.ts";
import { ask, createServiceClient } from "../sync/service-client.ts";

const api = new URL("/api/v1", window.location.origin).href;
const workbook = createExcelWorkbook();
const client = createServiceClient(api);
const demand = new DemandChanges({ workbook, client: createDemandClient(api) });
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
  client: createBatchClient(api),
  workbook,
  planner: planner.store,
  onCleared: () => planner.retry(),
});
const materials = new MaterialEditor({ client: createMaterialsClient(api), planner: planner.store });
const sources = new SourceSheets({
  workbook,
  read: createSourceReader(api),
  onInserted: () => {
    planner.show("rows");
    planner.retry();
  },
});
const form = new NewOrder({
  client,
  findItems: (text) =>
    ask(fetch(`${api}/items?${new URLSearchParams({ search: text }).toString()}`), foundItemsSchema),
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
