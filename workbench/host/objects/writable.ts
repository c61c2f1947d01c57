/** What a protected sheet denies: everything but cells that were unlocked for typing (R43). */
import { HostError } from "../host-error.ts";
import type { Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Shift } from "../model/shift.ts";

export function requireUnprotected(sheet: Sheet): void {
  if (sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
}

export function requireWritable(sheet: Sheet, area: Area): void {
  if (sheet.formats.get(area, "Protection.Locked", true) !== false) requireUnprotected(sheet);
}

/** Cells may move if that tears no table apart. */
export function requireMovable(sheet: Sheet, shift: Shift): void {
  requireUnprotected(sheet);
  if (sheet.isTornBy(shift))
    throw new HostError("InsertDeleteConflict", "Cells of a table cannot be moved in part.");
}
