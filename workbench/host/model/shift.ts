/** What becomes of an area when cells are inserted or deleted elsewhere on its sheet. */
import { intersect, type Area } from "./area.ts";

/** Along rows, cells move down and up; along columns, right and left. */
export type Axis = "rows" | "columns";

export interface Shift {
  /** Where cells are inserted, or which are deleted. */
  readonly at: Area;
  readonly axis: Axis;
}

/** An area moves with the cells it stands on, and grows when something is put into its middle. */
export function afterInsert(target: Area, { at, axis }: Shift): Area {
  return axis === "rows" ? pushedDown(target, at) : turned(pushedDown(turned(target), turned(at)));
}

/** Null when nothing of it is left. */
export function afterDelete(target: Area, { at, axis }: Shift): Area | null {
  if (axis === "rows") return pulledUp(target, at);
  const left = pulledUp(turned(target), turned(at));
  return left === null ? null : turned(left);
}

/** A shift through a part of a table's width would tear it apart; Excel refuses that. */
export function tears(target: Area, { at, axis }: Shift): boolean {
  const [table, cut] = axis === "rows" ? [target, at] : [turned(target), turned(at)];
  const meets = intersect({ ...table, row: 0, rowCount: 1 }, { ...cut, row: 0, rowCount: 1 }) !== null;
  return meets && cut.row < table.row + table.rowCount && !spans(cut, table);
}

function pushedDown(target: Area, at: Area): Area {
  if (!spans(at, target)) return target;
  if (at.row <= target.row) return { ...target, row: target.row + at.rowCount };
  const isInside = at.row < target.row + target.rowCount;
  return isInside ? { ...target, rowCount: target.rowCount + at.rowCount } : target;
}

function pulledUp(target: Area, at: Area): Area | null {
  if (!spans(at, target)) return target;
  const above = Math.max(0, Math.min(at.row + at.rowCount, target.row) - at.row);
  const within = intersect(at, target)?.rowCount ?? 0;
  if (within === target.rowCount) return null;
  return { ...target, row: target.row - above, rowCount: target.rowCount - within };
}

function spans(band: Area, target: Area): boolean {
  const end = target.column + target.columnCount;
  return band.column <= target.column && band.column + band.columnCount >= end;
}

/** Rows for columns, so that one rule serves both axes. */
function turned({ row, column, rowCount, columnCount }: Area): Area {
  return { row: column, column: row, rowCount: columnCount, columnCount: rowCount };
}
