/** Hands the New MO form down to its views. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { NewOrder } from "../../sync/new-order.ts";
import type { NewOrderState } from "../../sync/new-order-state.ts";

const NewOrderContext = createContext<NewOrder | null>(null);

export const NewOrderProvider = NewOrderContext.Provider;

export function useNewOrder(): NewOrder {
  const form = useContext(NewOrderContext);
  if (form === null) throw new Error("A view stands outside of NewOrderProvider");
  return form;
}

export function useNewOrderState(): NewOrderState {
  const { store } = useNewOrder();
  return useSyncExternalStore(store.subscribe, store.get);
}
