/** Settings that are remembered as they are set, and have no effect of their own in the stand-in. */
import type { HostObject, Json } from "./host-object.ts";

export function bag(
  type: string,
  initial: Readonly<Record<string, Json>>,
  rest: Pick<HostObject, "links" | "methods"> = {},
): HostObject {
  const state = new Map(Object.entries(initial));
  const names = Object.keys(initial);
  return {
    type,
    scalars: Object.fromEntries(names.map((name) => [name, () => state.get(name) ?? null])),
    setters: Object.fromEntries(names.map((name) => [name, (given: Json) => void state.set(name, given)])),
    ...rest,
  };
}
