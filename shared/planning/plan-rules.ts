/** What the planner, and whoever runs the service, decide about a plan. */
import type { CheckRules } from "../validation/check-lines.ts";
import type { Conventions } from "./conventions.ts";
import type { MergeRule } from "./merge-demand.ts";

export interface PlanRules extends CheckRules {
  readonly conventions: Conventions;
  /** Missing sub-assemblies: left to stock, or made by orders of their own below the order. */
  readonly subAssemblies: "take-from-stock" | "make";
  /** Whether work centers take any load, or work waits for its turn. */
  readonly capacity: "infinite" | "finite";
  readonly merge: MergeRule;
}
