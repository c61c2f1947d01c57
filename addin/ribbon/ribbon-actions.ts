/** What the ribbon buttons do. Each of them leads to the pane and its preview: nothing is ever created without it. */
import type { Planner } from "../sync/planner.ts";
import type { PaneView } from "../sync/planner-state.ts";
import type { OrderedWay } from "../sync/ordered-way.ts";
import type { RibbonActionName } from "./action-names.ts";

export interface RibbonPorts {
  readonly planner: Pick<Planner, "readRegular" | "readAs" | "refresh" | "show">;
  readonly showPane: () => Promise<void>;
  readonly focusCreate: () => void;
}

export function ribbonActions({
  planner,
  showPane,
  focusCreate,
}: RibbonPorts): Record<RibbonActionName, () => Promise<void>> {
  const show = async (view: PaneView): Promise<void> => {
    // A host that cannot show it now most likely shows it already; the view is wanted all the same.
    await showPane().catch(() => undefined);
    planner.show(view);
  };
  const preview = (read: () => Promise<void>) => async (): Promise<void> => {
    await show("rows");
    await read();
    focusCreate();
  };
  const way = (wanted: OrderedWay) => preview(() => planner.readAs(wanted));
  return {
    createFromSelection: preview(() => planner.readRegular()),
    newOrder: () => show("new-mo"),
    refreshStatus: () => planner.refresh(),
    createManufactureOrder: way({ kind: "sales-order", lines: "all", link: "regular" }),
    createDynamicOrders: way({ kind: "sales-order", lines: "selected", link: "dynamic" }),
    createPurchaseOrder: way({ kind: "purchase-order", lines: "all", link: "regular" }),
    createPurchaseLines: way({ kind: "purchase-order", lines: "selected", link: "regular" }),
    showSources: () => show("sources"),
    showBatches: () => show("batches"),
  };
}
