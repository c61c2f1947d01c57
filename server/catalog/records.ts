/** A source table under its mapping becomes records of checked text, and problems that name row, column and value. */
import { compare, decimalText, parseDecimal, ZERO } from "../../shared/quantity/decimal.ts";
import { parseDate } from "../../shared/quantity/parse-date.ts";
import type { ImportProblem, ImportProblemCode, ImportTarget } from "../../shared/wire/catalog.ts";
import { catalogColumns, type Column, type Fields } from "./columns.ts";
import { importSentence } from "./import-sentences.ts";
import { plainName, type ColumnSource, type FileMapping, type RowFilter } from "./mapping.ts";
import type { SourceRow, SourceTable } from "./source-table.ts";

export interface CatalogRecord<Target extends ImportTarget> {
  readonly file: string;
  readonly row: number;
  readonly fields: Fields<Target>;
}

/** A row with a value that could not be read; its other fields tell what it belongs to. */
export interface BrokenRow {
  readonly row: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface RecordsRead<Target extends ImportTarget> {
  readonly records: readonly CatalogRecord<Target>[];
  readonly broken: readonly BrokenRow[];
  readonly problems: readonly ImportProblem[];
}

export interface Place {
  readonly file: string;
  readonly row: number | null;
  readonly column: string;
  readonly value: string;
}

export function importProblem(place: Place, code: ImportProblemCode, detail = ""): ImportProblem {
  return { ...place, code, ...importSentence(code, place, detail) };
}

/** The columns the mapping needs and the table lacks: the whole file is refused for them. */
export function missingColumns(table: SourceTable, mapping: FileMapping): readonly ImportProblem[] {
  const known = headingPlaces(table);
  return Object.entries(catalogColumns[mapping.target]).flatMap(([name, column]: [string, Column]) => {
    const source = mapping.columns[name];
    if (source === undefined || "constant" in source)
      return source === undefined && column.otherwise === undefined ? [missing(name)] : [];
    return column.otherwise === undefined && !known.has(plainName(source.column))
      ? [missing(source.column)]
      : [];
  });

  function missing(column: string): ImportProblem {
    return importProblem({ file: table.name, row: null, column, value: "" }, "column-missing");
  }
}

export function readRecords<Target extends ImportTarget>(
  table: SourceTable,
  mapping: FileMapping & { readonly target: Target },
): RecordsRead<Target> {
  const records: CatalogRecord<Target>[] = [];
  const broken: BrokenRow[] = [];
  const problems: ImportProblem[] = [];
  const reader = rowReader(table, mapping);
  for (const source of table.rows) {
    if (!reader.isWanted(source)) continue;
    const found = reader.read(source);
    problems.push(...found.problems);
    if (hasAll(found.fields, mapping.target) && found.problems.length === 0) {
      records.push({ file: table.name, row: source.row, fields: found.fields });
    } else {
      broken.push({ row: source.row, fields: found.fields });
    }
  }
  return { records, broken, problems };
}

function hasAll<Target extends ImportTarget>(
  fields: Readonly<Record<string, string>>,
  target: Target,
): fields is Fields<Target> {
  return Object.keys(catalogColumns[target]).every((name) => Object.hasOwn(fields, name));
}

interface RowReader {
  isWanted(source: SourceRow): boolean;
  read(source: SourceRow): {
    readonly fields: Readonly<Record<string, string>>;
    readonly problems: readonly ImportProblem[];
  };
}

function rowReader(table: SourceTable, mapping: FileMapping): RowReader {
  const places = headingPlaces(table);
  const columns = Object.entries(catalogColumns[mapping.target]).map(([name, column]: [string, Column]) => {
    const source: ColumnSource = mapping.columns[name] ?? { constant: "" };
    return { name, column, source, heading: "column" in source ? source.column : name };
  });
  const cell = (source: SourceRow, heading: string): string =>
    source.cells[places.get(plainName(heading)) ?? -1] ?? "";
  return {
    isWanted: (source) =>
      mapping.where === undefined || passes(cell(source, mapping.where.column), mapping.where),
    read: (source) => {
      const problems: ImportProblem[] = [];
      const fields = columns.map(({ name, column, source: from, heading }): [string, string] => {
        const written = "constant" in from ? from.constant : mapped(cell(source, from.column), from);
        const read = readValue(written, column, mapping.dateOrder ?? null);
        if (typeof read === "string") return [name, read];
        problems.push(
          importProblem({ file: table.name, row: source.row, column: heading, value: written }, read.code),
        );
        return [name, ""];
      });
      return { fields: Object.fromEntries(fields), problems };
    },
  };
}

function headingPlaces(table: SourceTable): ReadonlyMap<string, number> {
  return new Map(table.headings.map((heading, index) => [plainName(heading), index]));
}

function mapped(written: string, { values, otherwise }: Extract<ColumnSource, { column: string }>): string {
  return values?.[written] ?? otherwise ?? written;
}

function passes(cell: string, filter: RowFilter): boolean {
  if (filter.oneOf !== undefined && !filter.oneOf.includes(cell)) return false;
  return filter.above === undefined || Number(cell) > filter.above;
}

type ValueRead = string | { readonly code: ImportProblemCode };

/** Canonical text, or what is wrong with it. An empty optional cell takes the column's default. */
function readValue(
  written: string,
  column: Column,
  dateOrder: "month-first" | "day-first" | null,
): ValueRead {
  if (written === "") return column.otherwise ?? { code: "value-missing" };
  switch (column.kind) {
    case "text":
      return /^\d\.\d+e\+\d+$/i.test(written) ? { code: "code-damaged" } : written;
    case "amount":
      return readAmount(written);
    case "whole":
      return /^\d{1,9}$/.test(written) ? String(Number(written)) : { code: "value-unreadable" };
    case "truth":
      return readTruth(written);
    case "day": {
      const parsed = parseDate(written, dateOrder);
      return parsed.kind === "date" ? parsed.date : { code: "value-unreadable" };
    }
  }
}

function readAmount(written: string): ValueRead {
  const amount = parseDecimal(written);
  if (amount === null) return { code: "value-unreadable" };
  return compare(amount, ZERO) < 0 ? { code: "value-too-low" } : decimalText(amount);
}

const truths: Readonly<Record<string, "yes" | "no">> = {
  yes: "yes",
  true: "yes",
  "1": "yes",
  no: "no",
  false: "no",
  "0": "no",
};

function readTruth(written: string): ValueRead {
  return truths[written.toLowerCase()] ?? { code: "value-unreadable" };
}
