/** The place beside the sheet where the real task pane runs in its frame. */
import type { StandInHost } from "../../host/stand-in-host.ts";
import { connectFrame, type ConnectedFrame } from "../../host/transport/frame-transport.ts";
import { byId } from "../element.ts";

export interface PanePlace {
  readonly frame: () => HTMLIFrameElement;
  /** Shows the pane that is there: its runtime goes on while it is hidden, as Excel's shared runtime does. */
  readonly open: () => void;
  readonly close: () => void;
  /** A fresh start of the add-in, as after a crash; the workbook stays as it is. */
  readonly reload: () => void;
}

export function panePlace(host: StandInHost): PanePlace {
  const place = byId("pane", HTMLElement);
  const divider = byId("divider", HTMLElement);
  const connect = (): ConnectedFrame =>
    connectFrame(host, {
      url: "/workbench/taskpane.html",
      title: "MO Planner task pane",
      container: byId("pane-frame", HTMLElement),
      // The pane is the last thing on the page: Tab leads on to the first, Shift with Tab back to what precedes it.
      leave: (backward) => byId(backward ? "close-pane" : "theme", HTMLElement).focus(),
    });
  let connected = connect();
  const show = (isOpen: boolean): void => {
    place.hidden = !isOpen;
    divider.hidden = !isOpen;
  };
  const pane: PanePlace = {
    frame: () => connected.frame,
    open: () => show(true),
    close: () => show(false),
    reload: () => {
      connected.close();
      connected = connect();
      show(true);
    },
  };
  byId("reload-pane", HTMLElement).addEventListener("click", pane.reload);
  byId("close-pane", HTMLElement).addEventListener("click", pane.close);
  return pane;
}
