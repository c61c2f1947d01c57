/** Hands the coverage of made orders down to their lines. */
import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import type { MadeCoverage } from "../../sync/made-coverage.ts";

const CoverageContext = createContext<MadeCoverage | null>(null);

export const CoverageProvider = CoverageContext.Provider;

/** Empty until it is known, and where there is nothing to tell. Asked as long as the view stands there. */
export function useCoverageOf(number: string): string {
  const coverage = useContext(CoverageContext);
  if (coverage === null) throw new Error("A view stands outside of CoverageProvider");
  useEffect(() => coverage.show(number), [coverage, number]);
  const { store } = coverage;
  return useSyncExternalStore(store.subscribe, () => store.get().words.get(number) ?? "");
}
