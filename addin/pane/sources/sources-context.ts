/** Hands the source sheets down to their views. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { SourceSheets, SourcesState } from "../../sync/source-sheets.ts";

const SourcesContext = createContext<SourceSheets | null>(null);

export const SourcesProvider = SourcesContext.Provider;

export function useSources(): SourceSheets {
  const sources = useContext(SourcesContext);
  if (sources === null) throw new Error("A view stands outside of SourcesProvider");
  return sources;
}

export function useSourcesState(): SourcesState {
  const { store } = useSources();
  return useSyncExternalStore(store.subscribe, store.get);
}
