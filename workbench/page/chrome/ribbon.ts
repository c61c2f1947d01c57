/** The ribbon strip: the tab that the add-in's manifest describes, wired to the stand-in host. */
import { byId } from "../element.ts";
import type { Notice } from "../grid/type-into.ts";
import { ribbonTab, type RibbonButton, type RibbonGroup, type RibbonTab } from "./ribbon-from-manifest.ts";

export interface RibbonPorts {
  readonly openPane: () => void;
  readonly runCommand: (name: string) => Promise<void>;
  readonly notice: Notice;
}

/** Webpack puts the manifest beside the page. */
const manifestUrl = new URL("../../../manifest.xml", import.meta.url);

export async function showRibbon(ports: RibbonPorts): Promise<void> {
  const answer = await fetch(manifestUrl);
  const manifest = new DOMParser().parseFromString(await answer.text(), "application/xml");
  const tab: RibbonTab = ribbonTab(manifest);
  byId("ribbon-tab", HTMLElement).textContent = tab.label;
  const groups = tab.groups.map((group) => ribbonGroup(group, ports));
  byId("ribbon-groups", HTMLElement).replaceChildren(...groups);
}

function ribbonGroup({ label, buttons }: RibbonGroup, ports: RibbonPorts): HTMLElement {
  const element = document.createElement("div");
  element.className = "ribbon-group";
  element.role = "toolbar";
  element.ariaLabel = label;
  const name = document.createElement("span");
  name.className = "ribbon-group-name";
  name.ariaHidden = "true";
  name.textContent = label;
  element.append(...buttons.map((button) => ribbonButton(button, ports)), name);
  return element;
}

function ribbonButton({ id, label, tip, icon, command }: RibbonButton, ports: RibbonPorts): HTMLElement {
  const element = document.createElement("button");
  const image = document.createElement("img");
  image.src = icon;
  image.alt = "";
  element.type = "button";
  element.title = tip;
  element.dataset.control = id;
  if (command !== null) element.dataset.command = command;
  element.append(image, label);
  element.addEventListener("click", () => {
    ports.openPane();
    if (command === null) return;
    // Excel greys a button out until its function says that it is done.
    element.disabled = true;
    ports
      .runCommand(command)
      .catch((error: unknown) => ports.notice(sentence(label, error)))
      .finally(() => (element.disabled = false));
  });
  return element;
}

function sentence(label: string, error: unknown): string {
  return `"${label}" did not run: ${error instanceof Error ? error.message : String(error)}`;
}
