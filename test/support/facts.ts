/** A tiny factory for the pure rules: chairs, their parts, and one store of each kind. */
import { decimal } from "../../shared/quantity/decimal.ts";
import { knownDate } from "../../shared/quantity/calendar-date.ts";
import type {
  BomLineFacts,
  BomRevisionFacts,
  Facts,
  ItemFacts,
  StoreFacts,
} from "../../shared/validation/facts.ts";
import { codeKey } from "../../shared/validation/facts.ts";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import type { CheckRules } from "../../shared/validation/check-lines.ts";

export const TODAY = knownDate("2027-03-10");
export const RULES: CheckRules = {
  today: TODAY,
  dateOrder: null,
  pastNeedDates: "refuse",
  duplicateRows: "refuse",
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

export const mainPlant: StoreFacts = { id: 1, code: "MAIN", name: "Main Plant", makes: true };
export const showroom: StoreFacts = { id: 2, code: "SHOP", name: "Showroom", makes: false };

export function factsOf(items: readonly ItemFacts[], more: Partial<Facts> = {}): Facts {
  return {
    itemsByCode: new Map(items.map((known) => [codeKey(known.number), [known]])),
    items: new Map(items.map((known) => [known.id, known])),
    suggestions: new Map(),
    storesByCode: new Map([mainPlant, showroom].map((store) => [codeKey(store.code), store])),
    defaultStore: mainPlant,
    ...more,
  };
}

export function draft(row: number, fields: Partial<DraftLine>): DraftLine {
  const empty = { item: "", quantity: "", store: "", needDate: "", document: "", line: "", notes: "" };
  return { row, kind: "manual", ...empty, ...fields };
}
