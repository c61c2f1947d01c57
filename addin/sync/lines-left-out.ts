/** Which open lines of whole orders none of the selected rows is for: they are in the service and not in the sheet. Pure. */
import type { Intake } from "../../shared/intake/intake.ts";
import type { Plan } from "../../shared/wire/plan.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { codeKey } from "../../shared/validation/facts.ts";

export interface OpenLine {
  readonly document: string;
  readonly line: string;
  readonly item: string;
  /** What is left to make. */
  readonly quantity: string;
  readonly unit: string;
}

export interface RowsThere {
  readonly intake: Intake;
  /** Null when the service could not be asked what the rows would make. */
  readonly plan: Plan | null;
}

/** `documents`: whose lines count, of all that the source tells. */
export function linesLeftOut(
  source: Source,
  documents: ReadonlySet<string>,
  there: RowsThere,
): readonly OpenLine[] {
  const wanted = new Set([...documents].map(codeKey));
  const isThere = linesThere(there);
  return source.rows
    .map((row) => toldLine(source, row))
    .filter((told) => wanted.has(codeKey(told.document)) && told.quantity !== "0" && !isThere(told))
    .map(({ document, line, item, quantity, unit }) => ({ document, line, item, quantity, unit }));
}

interface ToldLine extends OpenLine {
  /** MOs that are for it. */
  readonly numbers: readonly string[];
}

function toldLine({ columns, key: [document = -1, line = -1] }: Source, row: readonly string[]): ToldLine {
  const told = (heading: string): string => row[columns.findIndex((one) => one.heading === heading)] ?? "";
  return {
    document: row[document] ?? "",
    line: row[line] ?? "",
    item: told("Item Number"),
    // It stays empty where nothing converts the line's unit.
    quantity: told("Qty Remaining") || told("Qty Ordered"),
    unit: told("Unit"),
    numbers: told("Covered By").split(", "),
  };
}

/** By the line a row names, by its item where it names none, by what the service took it for, or by its MO. */
function linesThere({ intake, plan }: RowsThere): (told: ToldLine) => boolean {
  const planned = plan?.rows.flatMap((row) => (row.outcome === "ready" ? (row.coverage ?? []) : [])) ?? [];
  const named = [...intake.lines.filter(({ line }) => line !== ""), ...planned];
  const lines = new Set(named.map(({ document, line }) => keyOf(document, lineKey(line))));
  const unnamed = intake.lines.filter(({ line }) => line === "");
  const items = new Set(unnamed.map(({ document, item }) => keyOf(document, codeKey(item))));
  const made = new Set(intake.made.map(({ number }) => number));
  return ({ document, line, item, numbers }) =>
    lines.has(keyOf(document, lineKey(line))) ||
    items.has(keyOf(document, codeKey(item))) ||
    numbers.some((number) => made.has(number));
}

function keyOf(document: string, rest: string): string {
  return JSON.stringify([codeKey(document), rest]);
}

/** 02 is line 2. */
function lineKey(line: string): string {
  return codeKey(line).replace(/^0+(?=\d)/, "");
}
