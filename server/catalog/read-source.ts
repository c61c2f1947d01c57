/** Bytes to tables: CSV files (comma, semicolon or tab; UTF-8) and .xlsx workbooks, a table for each sheet. */
import { CsvError, parse } from "csv-parse/sync";
import readWorkbookSheets, { InvalidInputError, InvalidSpreadsheetError } from "read-excel-file/node";
import type { NamedBytes, SourceRead, SourceTable } from "./source-table.ts";

export async function readSource(files: readonly NamedBytes[]): Promise<SourceRead> {
  const tables: SourceTable[] = [];
  for (const file of files) {
    const read = /\.xlsx$/i.test(file.name) ? await readWorkbook(file) : readCsv(file);
    if (!read.ok) return read;
    tables.push(...read.tables);
  }
  return { ok: true, tables };
}

function readCsv({ name, bytes }: NamedBytes): SourceRead {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      trim: true,
    });
    return { ok: true, tables: [toTable(name, records)] };
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, file: name, reason: error.message };
    if (error instanceof TypeError) return { ok: false, file: name, reason: "it is not UTF-8 text" };
    throw error;
  }
}

/** Judged by the heading row, where separators are never part of a number. */
function delimiterOf(text: string): string {
  const [headings = ""] = text.split("\n", 1);
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: headings.split(mark).length }));
  return counts.toSorted((left, right) => right.count - left.count)[0]?.mark ?? ",";
}

/** Numbers are taken as the file holds them, digit by digit, never through floating point. */
const asWritten = { parseNumber: (text: string): string => text };

async function readWorkbook({ name, bytes }: NamedBytes): Promise<SourceRead> {
  try {
    const sheets = await readWorkbookSheets(Buffer.from(bytes), asWritten);
    return {
      ok: true,
      tables: sheets.map(({ sheet, data }) =>
        toTable(
          sheet,
          data.map((row) => row.map(cellText)),
        ),
      ),
    };
  } catch (error) {
    const isBroken = error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError;
    const reason = isBroken ? error.message : "it is not an .xlsx workbook";
    return { ok: false, file: name, reason };
  }
}

function toTable(name: string, records: readonly (readonly string[])[]): SourceTable {
  const rows = records.map((cells, index) => ({ row: index + 1, cells }));
  const [headings, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
  return { name, headings: headings?.cells ?? [], rows: rest };
}

function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" || typeof value === "boolean" ? String(value).trim() : "";
}
