/** Hands the changes of demand down to the views. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { DemandChanges, DemandState } from "../../sync/demand-changes.ts";

const DemandContext = createContext<DemandChanges | null>(null);

export const DemandProvider = DemandContext.Provider;

export function useDemand(): DemandChanges {
  const demand = useContext(DemandContext);
  if (demand === null) throw new Error("A view stands outside of DemandProvider");
  return demand;
}

export function useDemandState(): DemandState {
  const { store } = useDemand();
  return useSyncExternalStore(store.subscribe, store.get);
}
