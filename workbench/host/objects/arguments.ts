/** Reading what a method was called with; anything unexpected is refused as Excel refuses it. */
import { HostError } from "../host-error.ts";
import type { Area } from "../model/area.ts";
import type { CellValue } from "../model/cell.ts";
import type { Argument, HostObject, Json } from "./host-object.ts";

export function isHostObject(given: Argument): given is HostObject {
  return (
    typeof given === "object" &&
    given !== null &&
    "type" in given &&
    typeof given.type === "string" &&
    "scalars" in given
  );
}

export function textOf(given: Argument): string {
  if (typeof given !== "string") throw new HostError("InvalidArgument", "A text was expected.");
  return given;
}

export function numberOf(given: Argument, otherwise?: number): number {
  if ((given === undefined || given === null) && otherwise !== undefined) return otherwise;
  if (typeof given !== "number") throw new HostError("InvalidArgument", "A number was expected.");
  return given;
}

export function rangeOf(given: Argument): Area {
  if (!isHostObject(given) || given.range === undefined)
    throw new HostError("InvalidArgument", "A range was expected.");
  return given.range.area;
}

/** Values for an area: a table of its shape, or one value for all of it. Null leaves a cell as it is. */
export function tableFor(given: Json, area: Area): (CellValue | null)[][] {
  if (!isList(given)) {
    const one = cellValue(given);
    return Array.from({ length: area.rowCount }, () => Array.from({ length: area.columnCount }, () => one));
  }
  const rows = given.map((row) => {
    if (!isList(row) || row.length !== area.columnCount) throw wrongShape();
    return row.map(cellValue);
  });
  if (rows.length !== area.rowCount) throw wrongShape();
  return rows;
}

export function isList(given: Json): given is readonly Json[] {
  return Array.isArray(given);
}

function cellValue(given: Json): CellValue | null {
  if (typeof given === "object" && given !== null) throw wrongShape();
  return given;
}

function wrongShape(): HostError {
  return new HostError("InvalidArgument", "The values do not have the shape of the range.");
}

/** A key as people would read it, for messages. */
export function shownKey(given: Argument): string {
  return typeof given === "string" ? given : JSON.stringify(given);
}
