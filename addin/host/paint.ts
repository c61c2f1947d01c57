/**
 * Writes results into rows: read again, verify, then write. Values only, only in our own columns, never through a
 * filter's hidden rows and never with joined addresses (R31, R33, R36, R39).
 */
import { cellText } from "../../shared/intake/cell-text.ts";
import { ownColumns, type OwnColumn } from "../../shared/intake/intake.ts";
import type { SheetRow } from "../../shared/intake/sheet-rows.ts";
import type { SheetPatch } from "../../shared/sheet/sheet-patch.ts";
import { standingNumber, type Located } from "./find-patched-rows.ts";
import { findRowsAgain, type FoundRows } from "./find-rows-again.ts";
import { placeOwnColumns, type OwnPlaces } from "./own-places.ts";
import { writeBlocks, type Block } from "./write-blocks.ts";
import type { PaintReport } from "./workbook.ts";

/** `progress` hears how many rows are written so far. */
export async function paint(
  context: Excel.RequestContext,
  patch: SheetPatch,
  progress: (painted: number) => void,
): Promise<PaintReport> {
  const found = await findRowsAgain(context, patch);
  if (found === null)
    return { painted: [], moved: [], lost: patch.rows.map((row) => row.row), refusal: null };
  // A list in which there is nothing to say is given no columns.
  if (found.located.length === 0) return { painted: [], moved: [], lost: found.lost, refusal: null };
  const columns = await placeOwnColumns(context, found);
  const blocks = [...columns.headings, ...toBlocks(found, columns)];
  const { sheetId } = patch;
  const written = await writeBlocks(context, { sheetId, blocks, hidden: found.hidden }, progress);
  const done = found.located.filter(({ at }) => !written.unwritten.has(at.row));
  return {
    painted: done.map(({ at }) => at.row),
    moved: done
      .filter(({ patch: { row }, at }) => row !== at.row)
      .map(({ patch: { row }, at }) => ({ from: row, to: at.row })),
    lost: found.lost,
    refusal: written.refusal,
  };
}

/**
 * Rows that are right already are not written again, and one that was refused here and carries an MO number by now is
 * left as it is: whoever made it said more. The rest goes in runs of neighbouring rows and columns.
 */
function toBlocks(found: FoundRows, { places }: OwnPlaces): readonly Block[] {
  const names = ownColumns.toSorted((left, right) => places[left] - places[right]);
  const shown = (row: SheetRow, name: OwnColumn): string => {
    const cell = row.cells[places[name] - found.firstColumn];
    return cell === undefined ? "" : cellText(cell);
  };
  const isLeft = ({ patch, at }: Located): boolean =>
    patch.orderNumber === null && standingNumber(at, found.layout) !== null;
  const changed = found.located
    .filter((row) => !isLeft(row))
    .filter(({ patch, at }) => names.some((name) => patch[name] !== null && shown(at, name) !== patch[name]));
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
