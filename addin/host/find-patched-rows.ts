/** Where the rows of a patch stand now: pure, over what was read again just before painting. */
import { cellText } from "../../shared/intake/cell-text.ts";
import { readHeadings, type Heading } from "../../shared/intake/match-headings.ts";
import { identifyingFields, rowIdentity } from "../../shared/intake/row-identity.ts";
import type { OwnColumn } from "../../shared/intake/intake.ts";
import type { SheetRow } from "../../shared/intake/sheet-rows.ts";
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

export interface Search {
  readonly located: readonly Located[];
  readonly lost: readonly number[];
}

/**
 * A row that still says what it said is where it was. A moved one is found by what it says; rows that say the same
 * are taken in order if there are as many as were patched, otherwise nobody can tell them apart and they are lost.
 */
export function locateRows(patches: readonly RowPatch[], rows: readonly SheetRow[], layout: Layout): Search {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const identityOf = (row: SheetRow): string => rowIdentity(row.cells.map(cellText), layout.identifying);
  const located: Located[] = [];
  const moved: RowPatch[] = [];
  for (const patch of patches) {
    const at = byNumber.get(patch.row);
    if (at !== undefined && identityOf(at) === patch.identity) located.push({ patch, at });
    else moved.push(patch);
  }
  const taken = new Set(located.map(({ at }) => at.row));
  const free = groupBy(
    rows.filter((row) => !taken.has(row.row)),
    identityOf,
  );
  const lost: number[] = [];
  for (const [identity, group] of groupBy(moved, (patch) => patch.identity)) {
    const places = free.get(identity) ?? [];
    group.forEach((patch, index) => {
      const at = places[index];
      if (places.length === group.length && at !== undefined) located.push({ patch, at });
      else lost.push(patch.row);
    });
  }
  return { located, lost };
}

function groupBy<Entry>(
  list: readonly Entry[],
  key: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of list) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return groups;
}
