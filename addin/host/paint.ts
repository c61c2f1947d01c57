/**
 * Writes results into rows: read again, verify, then write. Values only, only in our own columns, never through a
 * filter's hidden rows and never with joined addresses (R31, R33, R36, R39).
 */
import { cellText } from "../../shared/intake/cell-text.ts";
import { ownColumns, type OwnColumn } from "../../shared/intake/intake.ts";
import type { SheetRow } from "../../shared/intake/sheet-rows.ts";
import { ownHeadings, type SheetPatch } from "../../shared/sheet/sheet-patch.ts";
import { layoutIn, locateRows, type Layout, type Located, type Search } from "./find-patched-rows.ts";
import { readRows } from "./read-rows.ts";
import { writeBlocks, type Block } from "./write-blocks.ts";
import type { PaintReport } from "./workbook.ts";

interface Verified extends Search {
  readonly layout: Layout;
  readonly headingRow: number;
  readonly firstColumn: number;
  /** The sheet column right of everything in use. */
  readonly rightEdge: number;
}

/** `progress` hears how many rows are written so far. */
export async function paint(
  context: Excel.RequestContext,
  patch: SheetPatch,
  progress: (painted: number) => void,
): Promise<PaintReport> {
  const verified = await verify(context, patch);
  if (verified === null)
    return { painted: [], moved: [], lost: patch.rows.map((row) => row.row), refusal: null };
  const columns = placeOwnColumns(context, patch, verified);
  const blocks = toBlocks(verified, columns);
  const written = await writeBlocks(
    context,
    { sheetId: patch.sheetId, blocks: [...columns.headings, ...blocks] },
    progress,
  );
  const done = verified.located.filter(({ at }) => !written.unwritten.has(at.row));
  return {
    painted: done.map(({ at }) => at.row),
    moved: done
      .filter(({ patch: { row }, at }) => row !== at.row)
      .map(({ patch: { row }, at }) => ({ from: row, to: at.row })),
    lost: verified.lost,
    refusal: written.refusal,
  };
}

/** One trip when everything is where it was; one more, over the whole sheet, when something has moved. */
async function verify(context: Excel.RequestContext, patch: SheetPatch): Promise<Verified | null> {
  const { sheetId, headingRow, firstColumn } = patch;
  // Our own columns may have been added beside the rows since they were read.
  const lastColumn = patch.lastColumn + ownColumns.length;
  let used: Excel.Range | null = null;
  const rows = [headingRow, ...patch.rows.map((row) => row.row)];
  const read = await readRows(context, { sheetId, rows, firstColumn, lastColumn }, (sheet) => {
    used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,rowCount,columnIndex,columnCount");
  });
  const edges = edgesOf(used);
  if (edges === null) return null;
  const here = search(patch, read.rows, headingRow);
  if (here !== null && here.lost.length === 0) return { ...here, firstColumn, rightEdge: edges.right + 1 };
  const all = Array.from({ length: edges.bottom - edges.top + 1 }, (_, index) => edges.top + 1 + index);
  const everything = await readRows(context, {
    sheetId,
    rows: all,
    firstColumn: edges.left,
    lastColumn: edges.right,
  });
  const shifted = { ...patch, firstColumn: edges.left };
  const heading = nearestHeading(shifted, everything.rows);
  const found = heading === null ? null : search(shifted, everything.rows, heading);
  return found === null ? null : { ...found, firstColumn: edges.left, rightEdge: edges.right + 1 };
}

function edgesOf(used: Excel.Range | null) {
  if (used === null || used.isNullObject) return null;
  const { rowIndex: top, columnIndex: left } = used;
  return { top, left, bottom: top + used.rowCount - 1, right: left + used.columnCount - 1 };
}

function search(
  patch: SheetPatch,
  rows: readonly SheetRow[],
  headingRow: number,
): (Search & { layout: Layout; headingRow: number }) | null {
  const heading = rows.find((row) => row.row === headingRow);
  const layout = heading === undefined ? null : layoutIn(heading, patch);
  if (layout === null) return null;
  const below = rows.filter((row) => row.row > headingRow);
  return { ...locateRows(patch.rows, below, layout), layout, headingRow };
}

function nearestHeading(patch: SheetPatch, rows: readonly SheetRow[]): number | null {
  const fitting = rows.filter((row) => layoutIn(row, patch) !== null).map((row) => row.row);
  const distance = (row: number): number => Math.abs(row - patch.headingRow);
  return fitting.toSorted((left, right) => distance(left) - distance(right))[0] ?? null;
}

interface OwnPlaces {
  /** Sheet columns, from 0. */
  readonly places: Readonly<Record<OwnColumn, number>>;
  /** Headings still to be written. */
  readonly headings: readonly Block[];
}

/** Missing columns come at the right edge: of the table, or of what is used beside the headings. */
function placeOwnColumns(context: Excel.RequestContext, patch: SheetPatch, verified: Verified): OwnPlaces {
  const { own } = verified.layout;
  const missing = ownColumns.filter((name) => own[name] === undefined);
  const table =
    patch.tableId === null
      ? null
      : context.workbook.worksheets.getItem(patch.sheetId).tables.getItem(patch.tableId);
  const edge = table === null ? verified.rightEdge : Math.max(patch.lastColumn + 1, verified.firstColumn);
  for (const name of missing) table?.columns.add(undefined, undefined, ownHeadings[name]);
  const place = (name: OwnColumn): number => {
    const index = own[name];
    return index === undefined ? edge + missing.indexOf(name) : verified.firstColumn + index;
  };
  const headings =
    table === null
      ? missing.map((name) => ({
          row: verified.headingRow,
          column: place(name),
          values: [[ownHeadings[name]]],
        }))
      : [];
  return {
    places: {
      orderNumber: place("orderNumber"),
      orderStatus: place("orderStatus"),
      orderMessage: place("orderMessage"),
    },
    headings,
  };
}

/** Rows that are right already are not written again; the rest goes in runs of neighbouring rows and columns. */
function toBlocks(verified: Verified, { places }: OwnPlaces): readonly Block[] {
  const names = ownColumns.toSorted((left, right) => places[left] - places[right]);
  const shown = (row: SheetRow, name: OwnColumn): string => {
    const cell = row.cells[places[name] - verified.firstColumn];
    return cell === undefined ? "" : cellText(cell);
  };
  const changed = verified.located
    .filter(({ patch, at }) => names.some((name) => shown(at, name) !== patch[name]))
    .toSorted((left, right) => left.at.row - right.at.row);
  return neighbours(names, places).flatMap((group) => columnBlocks(group, changed, places));
}

function columnBlocks(
  names: readonly OwnColumn[],
  changed: readonly Located[],
  places: OwnPlaces["places"],
): readonly Block[] {
  const [first] = names;
  if (first === undefined) return [];
  return changed.map(({ patch, at }) => ({
    row: at.row,
    column: places[first],
    values: [names.map((name) => patch[name])],
  }));
}

/** Our columns in groups that stand side by side. */
function neighbours(
  names: readonly OwnColumn[],
  places: OwnPlaces["places"],
): readonly (readonly OwnColumn[])[] {
  const groups: OwnColumn[][] = [];
  for (const name of names) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && places[name] === places[last] + 1) groups.at(-1)?.push(name);
    else groups.push([name]);
  }
  return groups;
}
