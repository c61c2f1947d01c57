/** What axe finds in the workbench. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * In the page and the pane. Left out: the grid, a component of its own; and the empty stops that Fluent puts before
 * and after tabs and dialogs to pass focus on to what is beside them, which axe takes for hidden controls.
 */
export async function faultsIn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude("#grid")
    .exclude(["#pane iframe", "i[data-tabster-dummy]"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}
