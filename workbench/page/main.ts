/** The workbench: a workbook, a grid to see it by, and the real task pane on the stand-in host. Wiring only. */
import { StandInHost } from "../host/stand-in-host.ts";
import { showFormulaBar } from "./chrome/formula-bar.ts";
import { firstHint } from "./chrome/hint.ts";
import { panePlace } from "./chrome/pane-place.ts";
import { resizablePane } from "./chrome/pane-width.ts";
import { showRibbon } from "./chrome/ribbon.ts";
import { sheetSwitch, showSheetTabs } from "./chrome/sheet-tabs.ts";
import { noticeLine, showFigures } from "./chrome/status-bar.ts";
import { showTestTools } from "./chrome/test-tools.ts";
import { themeChoice } from "./chrome/theme.ts";
import { connectClipboard } from "./clipboard/clipboard.ts";
import { byId } from "./element.ts";
import { editCells } from "./grid/cell-editor.ts";
import { SheetGrid } from "./grid/sheet-grid.ts";
import { typist } from "./grid/type-into.ts";
import { sampleWorkbook } from "./samples/samples.ts";
import { pickByKeys } from "./selection/pick-by-keys.ts";
import { pickByMouse } from "./selection/pick-by-mouse.ts";
import { Selection } from "./selection/selection.ts";
import { drawSelection } from "./selection/selection-layer.ts";
import { offerWorkbench } from "./offer-to-tests.ts";
import "tabulator-tables/dist/css/tabulator_simple.min.css";
import "./styles/colors.css";
import "./styles/page.css";
import "./styles/grid.css";

const workbook = sampleWorkbook(new Date());
const host = new StandInHost({ workbook });
const notice = noticeLine();
const type = typist(notice);

/** Excel takes no calls from add-ins while a cell is edited, and a fault that somebody set stays set. */
const whileEditing = (isEditing: boolean): void => {
  host.faults.cellEditMode = isEditing || byId("fault-edit-mode", HTMLInputElement).checked;
};

themeChoice();
resizablePane();
const pane = panePlace(host);
const grid = await SheetGrid.open(byId("grid", HTMLElement), workbook);
const selection = new Selection(workbook);
drawSelection(grid, selection);
pickByMouse(grid, selection);
pickByKeys(grid, selection);
editCells({ grid, selection, type, whileEditing });
const paste = connectClipboard({ grid, selection, type });

const activate = sheetSwitch(workbook);
showSheetTabs(workbook, activate);
showFormulaBar({ workbook, grid, selection, type, whileEditing });
showFigures(workbook);
showTestTools({ workbook, host });
firstHint();
offerWorkbench({ workbook, host, activate, paste, pane: pane.frame, reopenPane: pane.reload });
await showRibbon({ openPane: pane.open, runCommand: (name) => host.runCommand(name), notice });
