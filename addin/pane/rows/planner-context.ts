/** Hands the planner down to the views. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Planner } from "../../sync/planner.ts";
import type { PlannerState } from "../../sync/planner-state.ts";

const PlannerContext = createContext<Planner | null>(null);

export const PlannerProvider = PlannerContext.Provider;

export function usePlanner(): Planner {
  const planner = useContext(PlannerContext);
  if (planner === null) throw new Error("A view stands outside of PlannerProvider");
  return planner;
}

export function usePlannerState(): PlannerState {
  const { store } = usePlanner();
  return useSyncExternalStore(store.subscribe, store.get);
}
