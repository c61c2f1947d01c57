/** Test tools: what can go wrong in Excel, on demand, and what the add-in costs. */
import type { StandInHost } from "../host/stand-in-host.ts";
import type { Workbook } from "../host/model/workbook.ts";

export interface ToolPorts {
  readonly workbook: Workbook;
  readonly host: StandInHost;
  readonly reopenPane: () => void;
}

const SMALL_REQUESTS = 20_000;

export function showTools(place: HTMLElement, { workbook, host, reopenPane }: ToolPorts): void {
  const trips = document.createElement("output");
  trips.className = "trips";
  place.append(
    toggle("Somebody edits a cell", (on) => (host.faults.cellEditMode = on)),
    toggle("This sheet is protected", (on) => (workbook.active.isProtected = on)),
    toggle(
      "Small requests only (20 kB)",
      (on) => (host.faults.largestRequest = on ? SMALL_REQUESTS : Infinity),
    ),
    action("Hide selected rows", () => setHidden(workbook, true)),
    action("Show all rows", () => setHidden(workbook, false)),
    action("Reload the pane", reopenPane),
    action("Count round trips from 0", () => host.roundTrips.reset()),
    trips,
  );
  setInterval(() => {
    trips.textContent = `Round trips: ${host.roundTrips.reads} read, ${host.roundTrips.writes} written`;
  }, 500);
}

function toggle(label: string, change: (on: boolean) => void): HTMLElement {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => change(box.checked));
  const around = document.createElement("label");
  around.append(box, label);
  return around;
}

function action(label: string, run: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", run);
  return button;
}

function setHidden(workbook: Workbook, hidden: boolean): void {
  const sheet = workbook.active;
  const selected = workbook.selection.flatMap(({ row, rowCount }) =>
    Array.from({ length: Math.min(rowCount, 10_000) }, (_, index) => row + index),
  );
  sheet.setHidden(hidden ? selected : [...sheet.hiddenRows], hidden);
}
