/** Hands the editor of materials down to the views. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { MaterialEditor, MaterialsState } from "../../sync/material-editor.ts";

const MaterialsContext = createContext<MaterialEditor | null>(null);

export const MaterialsProvider = MaterialsContext.Provider;

export function useMaterials(): MaterialEditor {
  const editor = useContext(MaterialsContext);
  if (editor === null) throw new Error("A view stands outside of MaterialsProvider");
  return editor;
}

/** Undefined for an order nobody opened. */
export function useMaterialsOf(number: string): MaterialsState | undefined {
  const { store } = useMaterials();
  return useSyncExternalStore(store.subscribe, () => store.get().orders.get(number));
}

export function useIsOpen(number: string): boolean {
  const { store } = useMaterials();
  return useSyncExternalStore(store.subscribe, () => store.get().opened.has(number));
}
