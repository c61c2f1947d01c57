/** The events an add-in can ask for. The numbers are office.js's own; a target is a sheet, a table, or the workbook. */
import { HostError } from "../host-error.ts";
import { areaAddress, parseArea, type Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import type { EventRegistrations } from "./host-context.ts";
import { NOTHING, type Answer } from "./host-object.ts";

export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  tableSelection: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
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

/** By this an event's getRange() finds its cells later. */
export function eventReference(sheet: Sheet, area: Area): string {
  return `${sheet.id}!${areaAddress(area)}`;
}

/** Null when the sheet has gone since. */
export function referencedArea({ sheets }: Workbook, reference: string): readonly [Sheet, Area] | null {
  const sheet = sheets.find(({ id }) => reference.startsWith(`${id}!`));
  const area = parseArea(reference);
  if (area === null) throw new HostError("InvalidReference", "The event has no range.");
  return sheet === undefined ? null : [sheet, area];
}
