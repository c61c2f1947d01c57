/** The workbench: a workbook, a grid to see it by, and the real task pane on the stand-in host. Wiring only. */
import { connectFrame, type ConnectedFrame } from "../host/transport/frame-transport.ts";
import { StandInHost } from "../host/stand-in-host.ts";
import { element } from "./element.ts";
import { Grid } from "./grid.ts";
import { offerToTests } from "./offer-to-tests.ts";
import { resizablePane } from "./resizable-pane.ts";
import { sampleWorkbook } from "./samples/samples.ts";
import { showFormulaBar } from "./formula-bar.ts";
import { showTabs } from "./tabs.ts";
import { showTools } from "./tools.ts";
import "./workbench.css";

const workbook = sampleWorkbook(new Date());
const host = new StandInHost({ workbook });
const grid = new Grid(element("grid"), workbook);
let pane: ConnectedFrame = openPane();

function openPane(): ConnectedFrame {
  return connectFrame(host, {
    url: "/workbench/taskpane.html",
    title: "MO Planner",
    container: element("pane"),
    leave: (backward) => element(backward ? "divider" : "open-pane").focus(),
  });
}

function reopenPane(): void {
  pane.close();
  pane = openPane();
}

function press(command: string): void {
  host.runCommand(command).catch((error: unknown) => console.error(error));
}

showTabs(element("tabs"), workbook);
showFormulaBar(workbook, grid);
showTools(element("tools"), { workbook, host, reopenPane });
resizablePane(element("divider"), element("pane"));
element("open-pane").addEventListener("click", reopenPane);
element("create-from-selection").addEventListener("click", () => press("createFromSelection"));
element("refresh-status").addEventListener("click", () => press("refreshStatus"));
element("dismiss-hint").addEventListener("click", () => element("hint").remove());
offerToTests({ workbook, host, pane: () => pane.frame, reopenPane });
