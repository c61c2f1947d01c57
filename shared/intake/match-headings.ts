/** Which column is what. Several columns may claim a meaning; the cells and the order of the words decide. */
import type { Cell, SheetRow } from "./sheet-rows.ts";
import { headingWords, type Meaning } from "./heading-synonyms.ts";
import { cellText } from "./cell-text.ts";
import { normalizeHeading } from "./normalize-heading.ts";

export interface Heading {
  /** From 0 within the row that was read. */
  readonly index: number;
  readonly text: string;
  readonly meaning: Meaning | null;
}

const meaningOf = new Map<string, { readonly meaning: Meaning; readonly rank: number }>();
for (const [meaning, words] of entries(headingWords)) {
  words.forEach((word, rank) => {
    if (!meaningOf.has(word)) meaningOf.set(word, { meaning, rank });
  });
}

export function readHeadings(row: SheetRow): readonly Heading[] {
  return row.cells.flatMap((cell, index) => {
    const text = cellText(cell).replace(/\s+/g, " ").trim();
    return text === "" ? [] : [{ index, text, meaning: lookUp(text)?.meaning ?? null }];
  });
}

/** The headings of a meaning, the most telling first. */
export function headingsFor(
  headings: readonly Heading[],
  ...meanings: readonly Meaning[]
): readonly Heading[] {
  return meanings.flatMap((meaning) =>
    headings
      .filter((heading) => heading.meaning === meaning)
      .toSorted((left, right) => (lookUp(left.text)?.rank ?? 0) - (lookUp(right.text)?.rank ?? 0)),
  );
}

/**
 * The column of items. "Item" alone is the item number in most systems, but the line number in a SAP list, where
 * Material is the item: small whole numbers that rise from row to row give it away (domain trap 1).
 */
export function chooseItem(
  headings: readonly Heading[],
  rows: readonly SheetRow[],
): { readonly item: Heading | null; readonly line: Heading | null } {
  const [plain] = headingsFor(headings, "itemOrLine");
  const [named] = headingsFor(headings, "item");
  if (plain === undefined) return { item: named ?? null, line: null };
  const countsLines = named !== undefined && isRising(rows.map((row) => row.cells[plain.index]));
  return countsLines ? { item: named, line: plain } : { item: named ?? plain, line: null };
}

function isRising(cells: readonly (Cell | undefined)[]): boolean {
  const numbers = cells.map((cell) => Number(cell === undefined ? Number.NaN : cellText(cell)));
  return (
    numbers.length > 0 &&
    numbers.every((number) => Number.isInteger(number) && number > 0 && number < 100_000)
  );
}

function lookUp(text: string) {
  const words = normalizeHeading(text);
  return meaningOf.get(words) ?? meaningOf.get(words.replace(/ no$/, "").trim());
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly [Key, Value][] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys.map((key) => [key, record[key]]);
}
