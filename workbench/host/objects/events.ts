/** Which events an add-in asked for. The numbers are office.js's own; a target is a sheet, a table, or the workbook. */
import type { EventRegistrations } from "./host-context.ts";
import { NOTHING, type Answer } from "./host-object.ts";

export const EVENT = {
  changed: 10,
  activated: 11,
  added: 13,
  selection: 14,
  deleted: 15,
  tableChanged: 101,
} as const;
export const WORKBOOK_TARGET = "Workbook";

export function eventRegistrations(): EventRegistrations {
  const wanted = new Map<string, number>();
  const key = (type: number, target: string): string => `${String(type)} ${target}`;
  const count = (type: number, target: string): number => wanted.get(key(type, target)) ?? 0;
  return {
    add: (type, target) => void wanted.set(key(type, target), count(type, target) + 1),
    remove: (type, target) => void wanted.set(key(type, target), Math.max(0, count(type, target) - 1)),
    has: (type, target) => count(type, target) > 0,
  };
}

/** `_RegisterDataChangedEvent` and `_UnregisterDataChangedEvent` for each name. */
export function eventMethods(
  events: EventRegistrations,
  target: string,
  types: Readonly<Record<string, number>>,
): Record<string, () => Answer> {
  const methods = Object.entries(types).flatMap(([name, type]): [string, () => Answer][] => [
    [`_Register${name}Event`, () => (events.add(type, target), NOTHING)],
    [`_Unregister${name}Event`, () => (events.remove(type, target), NOTHING)],
  ]);
  return Object.fromEntries(methods);
}
