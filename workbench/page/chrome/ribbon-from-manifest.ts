/** The add-in's ribbon tab as Excel would read it from the manifest, so that the workbench cannot show another one. */
import { z } from "zod";

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** A path on this service: the manifest names another host. */
  readonly icon: string;
  /** The function to run; null for the button that shows the pane. */
  readonly command: string | null;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

const ICON_SIZE = "32";

export function ribbonTab(manifest: Document): RibbonTab {
  const tab = child(manifest, "CustomTab");
  return {
    label: resource(manifest, direct(tab, "Label")),
    groups: all(tab, "Group").map((group) => ({
      label: resource(manifest, direct(group, "Label")),
      buttons: all(group, "Control").map((control) => button(manifest, control)),
    })),
  };
}

function button(manifest: Document, control: Element): RibbonButton {
  const image = all(control, "Image").find((one) => one.getAttribute("size") === ICON_SIZE);
  const [command] = all(control, "FunctionName");
  return {
    id: control.id,
    label: resource(manifest, direct(control, "Label")),
    tip: resource(manifest, child(child(control, "Supertip"), "Description")),
    icon: image === undefined ? "" : new URL(resource(manifest, image)).pathname,
    command: command?.textContent ?? null,
  };
}

/** The text behind a resource id. */
function resource(manifest: Document, element: Element): string {
  const id = z.string().parse(element.getAttribute("resid"));
  const found = ["String", "Url", "Image"]
    .flatMap((kind) => all(child(manifest, "Resources"), kind))
    .find((one) => one.id === id);
  return z.string().parse(found?.getAttribute("DefaultValue"));
}

function direct(parent: Element, name: string): Element {
  const found = [...parent.children].find((one) => one.localName === name);
  if (found === undefined) throw new Error(`The manifest has no ${name} in ${parent.localName}`);
  return found;
}

function child(parent: Element | Document, name: string): Element {
  const [found] = all(parent, name);
  if (found === undefined) throw new Error(`The manifest has no ${name}`);
  return found;
}

function all(parent: Element | Document, name: string): readonly Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}
