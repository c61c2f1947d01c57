/**
 * A factory of the size of a bicycle maker's: 500 items, some 2,600 BOM lines on up to four levels, always the same
 * one. Invented here; only its size is a real factory's.
 */
import { decimal } from "../../shared/quantity/decimal.ts";
import type { BomLineFacts, Facts, ItemFacts, OperationFacts } from "../../shared/validation/facts.ts";
import { codeKey, supplyKey } from "../../shared/validation/facts.ts";

const EA = { code: "EA", decimals: 0 };
const PARTS = 260;
/** Made items, from the deepest level up: `direct` of their lines are made on the level below, the others are bought. */
const LEVELS = [
  { name: "PIECE", count: 60, lines: 4, direct: 1, operations: 1 },
  { name: "GROUP", count: 60, lines: 8, direct: 1, operations: 2 },
  { name: "FRAME", count: 40, lines: 10, direct: 1, operations: 2 },
  { name: "BIKE", count: 80, lines: 16, direct: 2, operations: 3 },
] as const;

export const PLANT = { id: 1, code: "MAIN", name: "Main plant", makes: true, calendar: null, locations: [] };

export interface Factory {
  readonly facts: Facts;
  readonly finished: readonly ItemFacts[];
}

export function buildFactory(): Factory {
  let id = 0;
  const next = (): number => (id += 1);
  const parts = Array.from({ length: PARTS }, (_, index) => plainItem(next(), `PART-${index}`, false));
  const levels: ItemFacts[][] = [parts];
  for (const level of LEVELS) {
    const direct = levels.at(-1) ?? parts;
    const made = Array.from({ length: level.count }, (_, index) => {
      const lines = Array.from({ length: level.lines }, (_line, position) => {
        const pool = position < level.direct ? direct : parts;
        const component = pool[(index * 17 + position * 31) % pool.length] ?? parts[0];
        return bomLine(next(), { position, component, index });
      });
      const item = plainItem(next(), `${level.name}-${index}`, true);
      return { ...item, bomRevisions: [revision(next(), lines, operations(level.operations))] };
    });
    levels.push(made);
  }
  return { facts: factsOf(levels.flat()), finished: levels.at(-1) ?? [] };
}

function plainItem(id: number, number: string, make: boolean): ItemFacts {
  const plain = { unit: EA, active: true, leadTimeDays: 2, bomRevisions: [] };
  return { id, number, description: `${number} of the bench`, make, ...plain };
}

interface LineOf {
  readonly position: number;
  readonly component: ItemFacts | undefined;
  readonly index: number;
}

function bomLine(id: number, { position, component, index }: LineOf): BomLineFacts {
  const validity = { validFrom: null, validTo: null };
  const plain = { isFixed: false, isPhantom: false, instruction: "", unit: EA, ...validity };
  const scrapPercent = decimal(position % 5 === 0 ? "2" : "0");
  const quantity = decimal(String(1 + ((index + position) % 4)));
  return { id, position: position + 1, componentId: component?.id ?? 0, quantity, scrapPercent, ...plain };
}

function revision(id: number, lines: readonly BomLineFacts[], steps: readonly OperationFacts[]) {
  const named = { bom: "Standard", revision: "A", isDefault: true, validFrom: null, validTo: null };
  return { id, ...named, outputQuantity: decimal("1"), lines, operations: steps };
}

function operations(count: number): readonly OperationFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    position: (index + 1) * 10,
    workCenterId: index + 1,
    workCenter: `WC-${index + 1}`,
    calendar: null,
    capacity: decimal("4"),
    resource: "",
    setupMinutes: decimal("15"),
    runMinutes: decimal("2.5"),
    instruction: "",
  }));
}

function factsOf(items: readonly ItemFacts[]): Facts {
  const stocked = items.filter((item) => item.id % 3 === 0);
  return {
    itemsByCode: new Map(items.map((item) => [codeKey(item.number), [item]])),
    items: new Map(items.map((item) => [item.id, item])),
    suggestions: new Map(),
    storesByCode: new Map([[codeKey(PLANT.code), PLANT]]),
    defaultStore: PLANT,
    conversions: [],
    units: new Map(),
    supply: new Map(
      stocked.map((item) => [
        supplyKey(item.id, PLANT.id),
        { stock: decimal("500"), receipts: [], claims: [] },
      ]),
    ),
    load: [],
    documents: new Map(),
    pressed: new Map(),
    stockNeeds: new Map(),
  };
}
