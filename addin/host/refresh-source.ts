/** A source's sheet brought up to date where its rows stand now: only its own columns, and nothing that is right. */
import { cellText } from "../../shared/intake/cell-text.ts";
import { sourceChanges } from "../../shared/sheet/source-cells.ts";
import type { Source } from "../../shared/wire/sources.ts";
import { appendRows } from "./append-rows.ts";
import { readRows } from "./read-rows.ts";
import type { RefreshReport } from "./workbook.ts";
import { writeBlocks, type Block } from "./write-blocks.ts";

export async function refreshSource(
  context: Excel.RequestContext,
  tableName: string,
  source: Source,
): Promise<RefreshReport> {
  const table = context.workbook.tables.getItem(tableName);
  const [range, { worksheet }] = [table.getRange(), table];
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  worksheet.load("id");
  await context.sync();
  const firstColumn = range.columnIndex;
  const rows = Array.from({ length: range.rowCount }, (_, index) => range.rowIndex + 1 + index);
  const span = { sheetId: worksheet.id, firstColumn, lastColumn: firstColumn + range.columnCount - 1 };
  const [heading, ...body] = (await readRows(context, { ...span, rows })).rows;
  const headings = heading?.cells.map((cell) => cellText(cell)) ?? [];
  const changes = sourceChanges(source, headings, body);
  if (changes === null) return { changed: 0, added: 0, gone: 0, notAdded: source.rows.length, refusal: null };
  const { cells, added, gone } = changes;
  const blocks = cells.map(({ row, index, value }): Block => ({
    ...{ row, column: firstColumn + index, values: [[value]] },
  }));
  const { refusal } = await writeBlocks(
    context,
    { sheetId: span.sheetId, blocks: byColumn(blocks) },
    quietly,
  );
  const changed = new Set(cells.map(({ row }) => row)).size;
  if (refusal !== null) return { changed: 0, added: 0, gone: gone.length, notAdded: added.length, refusal };
  const grown = await appendRows(
    context,
    { table, range, sheetId: span.sheetId, headings },
    { source, added },
  );
  return { changed, added: grown, gone: gone.length, notAdded: added.length - grown, refusal: null };
}

const quietly = (): void => undefined;

/** So that neighbouring rows of a column go out as one block. */
function byColumn(blocks: readonly Block[]): readonly Block[] {
  return blocks.toSorted((left, right) => left.column - right.column || left.row - right.row);
}
