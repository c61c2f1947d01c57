/** Hands the history of batches down to the views. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { BatchHistory } from "../../sync/batch-history.ts";
import type { HistoryState } from "../../sync/batch-state.ts";

const HistoryContext = createContext<BatchHistory | null>(null);

export const HistoryProvider = HistoryContext.Provider;

export function useHistory(): BatchHistory {
  const history = useContext(HistoryContext);
  if (history === null) throw new Error("A view stands outside of HistoryProvider");
  return history;
}

export function useHistoryState(): HistoryState {
  const { store } = useHistory();
  return useSyncExternalStore(store.subscribe, store.get);
}
