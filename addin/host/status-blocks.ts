/** Which cells beside MO numbers to write: only those that say something else now. Pure. */
import { cellText } from "../../shared/intake/cell-text.ts";
import type { Cell } from "../../shared/intake/sheet-rows.ts";
import { dateSerial, isCalendarDate } from "../../shared/quantity/calendar-date.ts";
import { withNote } from "../../shared/sheet/drift-text.ts";
import { watchedColumns, type StatusPatch } from "../../shared/sheet/sheet-patch.ts";
import type { OrderCell } from "./order-cells.ts";
import type { Block, CellValue } from "./write-blocks.ts";

export interface SheetStatuses {
  readonly sheetId: string;
  readonly blocks: readonly Block[];
  /** Rows of the blocks that are hidden. */
  readonly hidden: ReadonlySet<number>;
  readonly numbers: readonly string[];
}

export function statusBlocks(
  cells: readonly OrderCell[],
  patches: readonly StatusPatch[],
): readonly SheetStatuses[] {
  const wanted = new Map(patches.map((patch) => [patch.number, patch]));
  return bySheet(
    cells.flatMap((cell) => {
      const patch = wanted.get(cell.number);
      const blocks = patch === undefined ? [] : blocksFor(cell, patch);
      return blocks.length === 0 ? [] : [{ cell, blocks }];
    }),
  ).map((sheet) => ({ ...sheet, numbers: [...new Set(sheet.numbers)] }));
}

interface CellBlocks {
  readonly cell: OrderCell;
  readonly blocks: readonly Block[];
}

/** What each sheet gets, with the number of each row. */
export function bySheet(all: readonly CellBlocks[]): readonly SheetStatuses[] {
  const sheets = new Map<string, { blocks: Block[]; hidden: Set<number>; numbers: string[] }>();
  for (const { cell, blocks } of all) {
    const sheet = sheets.get(cell.sheetId) ?? { blocks: [], hidden: new Set<number>(), numbers: [] };
    sheets.set(cell.sheetId, sheet);
    sheet.blocks.push(...blocks);
    sheet.numbers.push(cell.number);
    if (cell.isHidden) sheet.hidden.add(cell.row);
  }
  return [...sheets].map(([sheetId, sheet]) => ({ sheetId, ...sheet }));
}

function blocksFor({ row, watched, message }: OrderCell, { words, note }: StatusPatch): readonly Block[] {
  const noted = message !== null && note !== undefined ? withNote(cellText(message.cell), note) : undefined;
  const wanted = [
    ...watchedColumns.map((name) => ({ place: watched[name], text: words[name] })),
    { place: message ?? undefined, text: noted },
  ];
  const isNumber = (index: number): boolean => watchedColumns[index] === "orderProduced";
  return wanted.flatMap(({ place, text }, index) => {
    if (place === undefined || text === undefined) return [];
    const value = isNumber(index) && text !== "" ? Number(text) : text;
    return says(place.cell, value) ? [] : [{ row, column: place.column, values: [[value]] }];
  });
}

/**
 * What a cell holds counts, not how the planner's Excel shows it. A day goes out as YYYY-MM-DD, which Excel takes for
 * one and shows as the cell or the country has it; as a serial it would need a format of ours.
 */
function says(cell: Cell, value: NonNullable<CellValue>): boolean {
  if (cell.kind !== "number") return cellText(cell) === String(value);
  if (typeof value === "number") return cell.number === value;
  return isCalendarDate(value) ? cell.number === dateSerial(value) : cell.shown === value;
}
