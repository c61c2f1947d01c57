/** A tiny factory for the pure rules: chairs, their parts, and one store of each kind. */
import { decimal } from "../../shared/quantity/decimal.ts";
import { dayNumber, knownDate } from "../../shared/quantity/calendar-date.ts";
import type {
  BomLineFacts,
  BomRevisionFacts,
  Facts,
  ItemFacts,
  OperationFacts,
  StoreFacts,
  SupplyFacts,
  WorkingCalendar,
} from "../../shared/validation/facts.ts";
import { codeKey, supplyKey } from "../../shared/validation/facts.ts";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import { usualConventions } from "../../shared/planning/conventions.ts";
import type { PlanRules } from "../../shared/planning/plan-rules.ts";

export const TODAY = knownDate("2027-03-10");
export const RULES: PlanRules = {
  today: TODAY,
  dateOrder: null,
  pastNeedDates: "refuse",
  duplicateRows: "refuse",
  conventions: usualConventions,
  subAssemblies: "take-from-stock",
  capacity: "infinite",
  merge: "none",
  coveredRows: "refuse",
  overReason: "",
  link: "regular",
};

const EA = { code: "EA", decimals: 0 };
let nextId = 100;

export function item(number: string, more: Partial<ItemFacts> = {}): ItemFacts {
  nextId += 1;
  const plain = { description: `${number} described`, unit: EA, make: true, active: true, leadTimeDays: 3 };
  return { id: nextId, number, bomRevisions: [], ...plain, ...more };
}

export function bomLine(
  component: ItemFacts,
  quantity: string,
  more: Partial<BomLineFacts> = {},
): BomLineFacts {
  nextId += 1;
  const plain = {
    isFixed: false,
    scrapPercent: decimal("0"),
    isPhantom: false,
    validFrom: null,
    validTo: null,
  };
  const named = { position: 10, unit: component.unit, instruction: "" };
  return { id: nextId, componentId: component.id, quantity: decimal(quantity), ...named, ...plain, ...more };
}

export function revision(
  lines: readonly BomLineFacts[],
  more: Partial<BomRevisionFacts> = {},
): BomRevisionFacts {
  nextId += 1;
  const plain = { bom: "Standard", revision: "A", isDefault: true, validFrom: null, validTo: null };
  return { id: nextId, outputQuantity: decimal("1"), lines, operations: [], ...plain, ...more };
}

export function operation(more: Partial<OperationFacts> = {}): OperationFacts {
  const where = { workCenterId: 1, workCenter: "SAW", calendar: null, capacity: decimal("1"), resource: "" };
  const work = { setupMinutes: decimal("0"), runMinutes: decimal("0"), instruction: "" };
  return { position: 10, ...where, ...work, ...more };
}

/** Monday to Friday, eight hours; the given days are holidays. */
export function officeWeek(...holidays: readonly string[]): WorkingCalendar {
  const exceptions = new Map(holidays.map((day) => [dayNumber(knownDate(day)), 0]));
  const weekdays = [true, true, true, true, true, false, false];
  return { code: "WEEK", weekdays, minutesPerDay: 480, exceptions };
}

/** Stock, and what is to come, of an item in the main plant. */
export function supplyOf(
  known: ItemFacts,
  stock: string,
  more: Partial<SupplyFacts> = {},
): [number, SupplyFacts] {
  return [supplyKey(known.id, mainPlant.id), { stock: decimal(stock), receipts: [], claims: [], ...more }];
}

export const mainPlant: StoreFacts = {
  id: 1,
  code: "MAIN",
  name: "Main Plant",
  makes: true,
  calendar: null,
  locations: [],
};
export const showroom: StoreFacts = {
  id: 2,
  code: "SHOP",
  name: "Showroom",
  makes: false,
  calendar: null,
  locations: [],
};

export function factsOf(items: readonly ItemFacts[], more: Partial<Facts> = {}): Facts {
  return {
    itemsByCode: new Map(items.map((known) => [codeKey(known.number), [known]])),
    items: new Map(items.map((known) => [known.id, known])),
    suggestions: new Map(),
    storesByCode: new Map([mainPlant, showroom].map((store) => [codeKey(store.code), store])),
    defaultStore: mainPlant,
    conversions: [],
    units: new Map(),
    supply: new Map(),
    load: [],
    documents: new Map(),
    pressed: new Map(),
    stockNeeds: new Map(),
    ...more,
  };
}

export function draft(row: number, fields: Partial<DraftLine>): DraftLine {
  const empty = { item: "", quantity: "", store: "", needDate: "", document: "", line: "", notes: "" };
  return { row, kind: "manual", ...empty, ...fields };
}
