/** A source's rows as cells of a sheet, and what has to be written so that a sheet of before shows what is true now. */
import { cellText } from "../intake/cell-text.ts";
import type { Cell, SheetRow } from "../intake/sheet-rows.ts";
import { dateSerial, knownDate } from "../quantity/calendar-date.ts";
import type { Source, SourceName } from "../wire/sources.ts";

/** As XoroERP names them. */
export const sourceTitles: Readonly<Record<SourceName, string>> = {
  "short-inventory-planner": "Short Inventory Planner",
  "item-inventory-snapshot": "Item Inventory Snapshot",
  "sales-order-lines": "Sales Orders",
  "purchase-order-lines": "Purchase Orders",
};

type Column = Source["columns"][number];

/** Days as Excel counts them, amounts as numbers; everything else is text. */
export function sourceCell(text: string, { type }: Pick<Column, "type">): string | number {
  if (text === "" || type === "text") return text;
  return type === "number" ? Number(text) : dateSerial(knownDate(text));
}

export interface CellChange {
  /** As Excel numbers it. */
  readonly row: number;
  /** Within the rows that were read, from 0. */
  readonly index: number;
  readonly value: string | number;
}

/** A source for a sheet that has some of its rows: those keep all their figures, whatever would be added now. */
export interface SourceNow extends Source {
  /** Rows of which nothing is to be ordered are not added. */
  readonly hidesSufficient?: boolean;
}

export interface SourceChanges {
  readonly cells: readonly CellChange[];
  /** Rows the sheet does not have yet and is to have, as the source tells them. */
  readonly added: readonly (readonly string[])[];
  /** Rows of the sheet that the source no longer has, or that cannot be told apart. */
  readonly gone: readonly number[];
}

/** Headings the sheet has lost by which its rows are known. */
export function lostColumns({ columns, key }: Source, headings: readonly string[]): readonly string[] {
  return key.map((at) => columns[at]?.heading ?? "").filter((heading) => !headings.includes(heading));
}

/** What is no longer in the source is not to be ordered any more; the rest of its row stays as it was. */
const SUGGESTION = "To Order";

/** A row is a step: a sheet can have twenty thousand. */
export function* sourceChangesInSteps(
  source: SourceNow,
  headings: readonly string[],
  rows: readonly SheetRow[],
): Generator<undefined, SourceChanges, undefined> {
  const places = source.columns.map(({ heading }) => headings.indexOf(heading));
  const suggestion = source.columns.some(({ heading }) => heading === SUGGESTION)
    ? headings.indexOf(SUGGESTION)
    : -1;
  const known = new KnownRows(source);
  for (const told of source.rows) {
    yield;
    known.learn(told);
  }
  const cells: CellChange[] = [];
  const gone: number[] = [];
  for (const { row, cells: before } of rows) {
    yield;
    const words = source.key.map((column) => textAt(before, places[column] ?? -1));
    if (words.every((word) => word === "")) continue;
    const [told, another] = known.meant(words);
    if (told === undefined || another !== undefined) gone.push(row);
    if (told === undefined && suggestion !== -1 && !isSame(before[suggestion], 0))
      cells.push({ row, index: suggestion, value: 0 });
    if (told !== undefined && another === undefined)
      for (const [index, value] of differing(source, { places, told, before }))
        cells.push({ row, index, value });
  }
  return { cells, added: known.unseen().filter((told) => isToBeAdded(source, told)), gone };
}

function isToBeAdded({ columns, hidesSufficient = false }: SourceNow, told: Told): boolean {
  const suggested = told[columns.findIndex(({ heading }) => heading === SUGGESTION)];
  return !hidesSufficient || (suggested !== undefined && Number(suggested) > 0);
}

type Told = readonly string[];

/** A source's rows by their keys, also as Excel leaves a code that it took for a number: 00417 is 417 (R46). */
class KnownRows {
  readonly #source: Source;
  readonly #exact = new Map<string, Told>();
  readonly #loose = new Map<string, Told[]>();
  readonly #seen = new Set<Told>();

  constructor(source: Source) {
    this.#source = source;
  }

  learn(told: Told): void {
    const key = this.#keyOf(told);
    this.#exact.set(JSON.stringify(key), told);
    this.#loose.set(looseKey(key), [...(this.#loose.get(looseKey(key)) ?? []), told]);
  }

  /** Several, when the sheet's row may be any of them: they stand there already, whichever it is. */
  meant(words: readonly string[]): readonly Told[] {
    const exact = this.#exact.get(JSON.stringify(words));
    const found = exact === undefined ? this.#alike(words) : [exact];
    for (const told of found) this.#seen.add(told);
    return found;
  }

  unseen(): readonly Told[] {
    return this.#source.rows.filter((told) => !this.#seen.has(told));
  }

  #alike(words: readonly string[]): readonly Told[] {
    return (this.#loose.get(looseKey(words)) ?? []).filter((told) =>
      this.#keyOf(told).every((word, at) => words[at] === word || words[at] === withoutZeros(word)),
    );
  }

  #keyOf(told: Told): readonly string[] {
    return this.#source.key.map((column) => told[column] ?? "");
  }
}

function looseKey(words: readonly string[]): string {
  return JSON.stringify(words.map(withoutZeros));
}

function withoutZeros(word: string): string {
  return word.replace(/^0+(?=\d+$)/, "");
}

interface Compared {
  readonly places: readonly number[];
  readonly told: readonly string[];
  readonly before: readonly Cell[];
}

/** What a row is known by is right, or cannot be put right. */
function differing(
  { columns, key }: Source,
  { places, told, before }: Compared,
): [number, string | number][] {
  return columns.flatMap((column, at) => {
    const [index, value] = [places[at] ?? -1, sourceCell(told[at] ?? "", column)];
    if (index === -1 || column.isTyped || key.includes(at) || isSame(before[index], value)) return [];
    return [[index, value]];
  });
}

function isSame(cell: Cell | undefined, value: string | number): boolean {
  if (cell?.kind === "number" && typeof value === "number") return cell.number === value;
  return (cell === undefined ? "" : cellText(cell)) === value;
}

function textAt(cells: readonly Cell[], index: number): string {
  const cell = cells[index];
  return cell === undefined ? "" : cellText(cell);
}
