/** What the ribbon buttons do. "Create from selection" leads to the preview: nothing is ever created without it. */
import type { Planner } from "../sync/planner.ts";
import type { RibbonActionName } from "./action-names.ts";

export interface RibbonPorts {
  readonly planner: Pick<Planner, "read" | "refresh">;
  readonly showPane: () => Promise<void>;
  readonly focusCreate: () => void;
}

export function ribbonActions({
  planner,
  showPane,
  focusCreate,
}: RibbonPorts): Record<RibbonActionName, () => Promise<void>> {
  return {
    createFromSelection: async () => {
      // A host that cannot show it now most likely shows it already; the preview is wanted all the same.
      await showPane().catch(() => undefined);
      await planner.read();
      focusCreate();
    },
    refreshStatus: () => planner.refresh(),
  };
}
