/** Where the rows of a patch stand now: pure, over what was read again just before painting. */
import { cellText } from "../../shared/intake/cell-text.ts";
import { readHeadings, type Heading } from "../../shared/intake/match-headings.ts";
import { identifyingFields, rowIdentity } from "../../shared/intake/row-identity.ts";
import type { OwnColumn } from "../../shared/intake/intake.ts";
import type { SheetRow } from "../../shared/intake/sheet-rows.ts";
import { parseMoNumber } from "../../shared/row/mo-number.ts";
import type { RowPatch, SheetPatch } from "../../shared/sheet/sheet-patch.ts";

export interface Layout {
  /** Indexes within the rows that were read, of the fields a row is known by. */
  readonly identifying: readonly number[];
  readonly own: Partial<Record<OwnColumn, number>>;
}

export interface Located {
  readonly patch: RowPatch;
  readonly at: SheetRow;
}

/** The patch's columns in this row of headings; null when one of them is not there: this is not the heading row. */
export function layoutIn(row: SheetRow, { columns, firstColumn }: SheetPatch): Layout | null {
  const headings = readHeadings(row);
  const identifying: number[] = [];
  for (const field of identifyingFields) {
    const column = columns[field];
    if (column === undefined) continue;
    const same = headings.filter((heading) => heading.text === column.heading);
    const found = same.find((heading) => heading.index === column.column - firstColumn) ?? same[0];
    if (found === undefined) return null;
    identifying.push(found.index);
  }
  return { identifying, own: ownIn(headings) };
}

function ownIn(headings: readonly Heading[]): Layout["own"] {
  const index = (meaning: OwnColumn): number | undefined =>
    headings.find((heading) => heading.meaning === meaning)?.index;
  const [orderNumber, orderStatus, orderMessage] = [
    index("orderNumber"),
    index("orderStatus"),
    index("orderMessage"),
  ];
  return {
    ...(orderNumber === undefined ? {} : { orderNumber }),
    ...(orderStatus === undefined ? {} : { orderStatus }),
    ...(orderMessage === undefined ? {} : { orderMessage }),
  };
}

/** The right MO number that stands in a row, if one does. */
export function standingNumber({ cells }: SheetRow, { own }: Layout): string | null {
  const cell = own.orderNumber === undefined ? undefined : cells[own.orderNumber];
  return cell === undefined ? null : parseMoNumber(cellText(cell));
}

export interface Search {
  readonly located: readonly Located[];
  readonly lost: readonly number[];
}

/**
 * A row that still says what it said is where it was. A moved one is found by its number where that was painted
 * already, else by what it says; rows that say the same are taken in order if there are as many as were patched,
 * otherwise nobody can tell them apart and they are lost. A row with another right MO number is no place for a new
 * one: somebody else made it meanwhile. A row is a step: a sheet can have a hundred thousand.
 */
export function* locateInSteps(
  patches: readonly RowPatch[],
  rows: readonly SheetRow[],
  layout: Layout,
): Generator<undefined, Search, undefined> {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const identityOf = (row: SheetRow): string => rowIdentity(row.cells.map(cellText), layout.identifying);
  const located: Located[] = [];
  const moved: RowPatch[] = [];
  for (const patch of patches) {
    yield;
    const at = byNumber.get(patch.row);
    const isThere = at !== undefined && identityOf(at) === patch.identity;
    if (isThere && mayTake(patch, standingNumber(at, layout))) located.push({ patch, at });
    else moved.push(patch);
  }
  if (moved.length === 0) return { located, lost: [] };
  const taken = new Set(located.map(({ at }) => at.row));
  const wanted = new Set(moved.map((patch) => patch.identity));
  const places = new Map<string, SheetRow[]>();
  for (const row of rows) {
    yield;
    const identity = taken.has(row.row) ? null : identityOf(row);
    if (identity !== null && wanted.has(identity)) push(places, identity, row);
  }
  const found = placesFor(moved, places, layout);
  return { located: [...located, ...found.located], lost: found.lost };
}

/** What a row was refused for may be told beside any number; a number takes no other's place. */
function mayTake({ orderNumber }: RowPatch, standing: string | null): boolean {
  return orderNumber === null || standing === null || standing === orderNumber;
}

function placesFor(
  moved: readonly RowPatch[],
  places: ReadonlyMap<string, readonly SheetRow[]>,
  layout: Layout,
): Search {
  const groups = new Map<string, RowPatch[]>();
  for (const patch of moved) push(groups, patch.identity, patch);
  const located: Located[] = [];
  const lost: number[] = [];
  for (const [identity, group] of groups) {
    const painted = new Map<string, SheetRow[]>();
    const free: SheetRow[] = [];
    for (const row of places.get(identity) ?? []) {
      const standing = standingNumber(row, layout);
      if (standing === null) free.push(row);
      else push(painted, standing, row);
    }
    const unpainted: RowPatch[] = [];
    for (const patch of group) {
      const at = patch.orderNumber === null ? undefined : painted.get(patch.orderNumber)?.pop();
      if (at === undefined) unpainted.push(patch);
      else located.push({ patch, at });
    }
    unpainted.forEach((patch, index) => {
      const at = free[index];
      if (free.length === unpainted.length && at !== undefined) located.push({ patch, at });
      else lost.push(patch.row);
    });
  }
  return { located, lost };
}

function push<Entry>(groups: Map<string, Entry[]>, key: string, entry: Entry): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
}
