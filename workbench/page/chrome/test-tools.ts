/** What can go wrong in Excel, on demand, and what the add-in costs. */
import { WEB_LIMIT } from "../../host/faults.ts";
import type { StandInHost } from "../../host/stand-in-host.ts";
import type { Workbook } from "../../host/model/workbook.ts";
import { byId } from "../element.ts";
import { addManyRows } from "../samples/samples.ts";
import { readChoice, rememberChoice } from "./choices.ts";
import { hideSelectedRows, showAllRows } from "./hidden-rows.ts";

export interface TestToolPorts {
  readonly workbook: Workbook;
  readonly host: StandInHost;
}

const COUNTED_EVERY_MS = 400;
const BYTES_PER_KB = 1_000;
const MANY_ROWS = 2_000;

export function showTestTools(ports: TestToolPorts): void {
  foldable();
  injectFaults(ports);
  const { workbook } = ports;
  onClick("hide-rows", () => hideSelectedRows(workbook));
  onClick("show-rows", () => showAllRows(workbook.active));
  onClick("many-rows", () => addManyRows(workbook, MANY_ROWS, new Date()));
  // Everything is in this page's memory, so a reload is a new workbook with the samples as they were.
  onClick("reset-samples", () => location.reload());
  countRoundTrips(ports.host);
}

function foldable(): void {
  const button = byId("toggle-tools", HTMLButtonElement);
  const tools = byId("tools", HTMLElement);
  const open = (isOpen: boolean): void => {
    tools.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
    rememberChoice("tools", isOpen ? "open" : "folded");
  };
  open(readChoice("tools") === "open");
  button.addEventListener("click", () => open(tools.hidden !== false));
}

function injectFaults({ workbook, host: { faults } }: TestToolPorts): void {
  const isProtected = byId("fault-protected", HTMLInputElement);
  const isLimited = byId("fault-limit", HTMLInputElement);
  const limit = byId("fault-limit-kb", HTMLInputElement);
  onChange("fault-edit-mode", (isOn) => (faults.cellEditMode = isOn));
  onChange("fault-protected", (isOn) => (workbook.active.isProtected = isOn));
  const setLimit = (): void => {
    faults.largestRequest = isLimited.checked ? limit.valueAsNumber * BYTES_PER_KB : WEB_LIMIT;
  };
  for (const input of [isLimited, limit]) input.addEventListener("change", setLimit);
  onClick("fault-unanswered", () => (faults.unanswered = 1));
  workbook.listen(() => (isProtected.checked = workbook.active.isProtected));
}

function countRoundTrips({ roundTrips }: StandInHost): void {
  const line = byId("round-trips", HTMLElement);
  onClick("reset-round-trips", () => roundTrips.reset());
  window.setInterval(() => {
    const text = `${roundTrips.reads} read · ${roundTrips.writes} written`;
    if (line.textContent !== text) line.textContent = text;
  }, COUNTED_EVERY_MS);
}

function onClick(id: string, act: () => void): void {
  byId(id, HTMLButtonElement).addEventListener("click", act);
}

function onChange(id: string, act: (isOn: boolean) => void): void {
  const input = byId(id, HTMLInputElement);
  input.addEventListener("change", () => act(input.checked));
}
