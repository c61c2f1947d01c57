/** Hands down what MOs make, and how each of them is now. */
import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import type { OrderSnapshot } from "../../../shared/event/event.ts";
import type { KnownOrder } from "../../../shared/wire/order.ts";
import type { OrderFacts } from "../../sync/order-facts.ts";
import { usePlannerState } from "./planner-context.ts";

const FactsContext = createContext<OrderFacts | null>(null);

export const FactsProvider = FactsContext.Provider;

export function useFacts(): OrderFacts {
  const facts = useContext(FactsContext);
  if (facts === null) throw new Error("A view stands outside of FactsProvider");
  return facts;
}

/** Null: nobody has such an MO. Undefined: it is being looked up. */
export function useKnownOrder(number: string): KnownOrder | null | undefined {
  const facts = useFacts();
  useEffect(() => facts.show([number]), [facts, number]);
  return useSyncExternalStore(facts.store.subscribe, () => facts.store.get().known.get(number));
}

/** The newest that was heard of each of these; what is not known yet is asked for. */
export function useOrderStates(numbers: readonly string[]): ReadonlyMap<string, OrderSnapshot> {
  const facts = useFacts();
  const { orders } = usePlannerState();
  const { known } = useSyncExternalStore(facts.store.subscribe, facts.store.get);
  const states = new Map<string, OrderSnapshot>();
  for (const number of numbers) {
    const state = orders.get(number) ?? known.get(number) ?? null;
    if (state !== null) states.set(number, state);
  }
  return states;
}
