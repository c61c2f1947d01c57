/** Reading what a method was called with; anything unexpected is refused as Excel refuses it. */
import { HostError } from "../host-error.ts";
import { parseArea, type Area } from "../model/area.ts";
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

export function isAbsent(given: Argument): given is null | undefined {
  return given === undefined || given === null;
}

export function textOf(given: Argument): string {
  if (typeof given !== "string") throw new HostError("InvalidArgument", "A text was expected.");
  return given;
}

export function numberOf(given: Argument, otherwise?: number): number {
  if (isAbsent(given) && otherwise !== undefined) return otherwise;
  if (typeof given !== "number") throw new HostError("InvalidArgument", "A number was expected.");
  return given;
}

export function booleanOf(given: Argument): boolean {
  if (typeof given !== "boolean") throw new HostError("InvalidArgument", "True or false was expected.");
  return given;
}

/** One of the words that Excel knows for something, in its own spelling. */
export function wordOf<Word extends string>(given: Argument, words: readonly Word[]): Word {
  const word = words.find((known) => known === given);
  if (word === undefined)
    throw new HostError("NotImplemented", `The stand-in host does not know ${shownKey(given)} here.`);
  return word;
}

/** A range, or the address of one. */
export function areaOf(given: Argument): Area {
  if (typeof given === "string") {
    const area = parseArea(given);
    if (area === null) throw new HostError("InvalidArgument", `There is no range "${given}".`);
    return area;
  }
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

export function isList(given: Argument): given is readonly Json[] {
  return Array.isArray(given);
}

export function cellValue(given: Json): CellValue | null {
  if (typeof given === "object" && given !== null) throw wrongShape();
  return given;
}

function wrongShape(): HostError {
  return new HostError("InvalidArgument", "The values do not have the shape of the range.");
}

/** A key as people would read it, for messages. */
export function shownKey(given: Argument): string {
  if (given === undefined) return "nothing";
  return typeof given === "string" ? given : JSON.stringify(given);
}

/** Excel tells names apart without regard to case. */
export function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
