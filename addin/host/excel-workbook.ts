/** The workbook port over office.js: the only way from the add-in into Excel. */
import type { WatchedColumn } from "../../shared/sheet/sheet-patch.ts";
import { clearingBlocks } from "./clearing-blocks.ts";
import { selectRowsWhere } from "./select-rows.ts";
import { statusBlocks, type SheetStatuses } from "./status-blocks.ts";
import { refusalOf } from "./host-errors.ts";
import { findOrderCells } from "./order-columns.ts";
import { paint } from "./paint.ts";
import { readSelection } from "./read-selection.ts";
import { listenToExcel } from "./listen.ts";
import { NOTHING_REFRESHED, refreshSource } from "./refresh-source.ts";
import { findSourceTables, insertSource } from "./source-tables.ts";
import type {
  FoundOrders,
  HostRefusal,
  InsertReport,
  PaintReport,
  RefreshReport,
  SourceTable,
  StatusPaintReport,
  Workbook,
} from "./workbook.ts";
import { writeBlocks } from "./write-blocks.ts";

export function createExcelWorkbook(): Workbook {
  return {
    readSelection: () => run(readSelection, (refusal) => ({ kind: "refused", refusal })),
    onChange: listenToExcel,
    selectCell: (sheetId, { row, column }) =>
      run(
        async (context) => {
          const sheet = context.workbook.worksheets.getItem(sheetId);
          sheet.activate();
          sheet.getRangeByIndexes(row - 1, column, 1, 1).select();
          await context.sync();
          return null;
        },
        (refusal) => refusal,
      ),
    paint: (patch, progress) =>
      run<PaintReport>(
        (context) => paint(context, patch, progress),
        (refusal) => ({ painted: [], moved: [], lost: [], refusal }),
      ),
    findOrders: () => run<FoundOrders | null>(findOrders, () => null),
    paintStatuses: (patches) =>
      run<StatusPaintReport>(
        async (context) => writeStatuses(context, statusBlocks(await findOrderCells(context), patches)),
        (refusal) => ({ painted: [], refusal }),
      ),
    clearOrders: (numbers) =>
      run<StatusPaintReport>(
        async (context) => writeStatuses(context, clearingBlocks(await findOrderCells(context), numbers)),
        (refusal) => ({ painted: [], refusal }),
      ),
    ...sources,
    readSetting: (name) => settingText(Office.context.document.settings.get(name)),
    writeSetting: (name, value) => saveSetting(name, value),
  };
}

const sources: Pick<Workbook, "insertSource" | "findSourceTables" | "refreshSource" | "selectRowsWhere"> = {
  selectRowsWhere: (where) =>
    run<HostRefusal | null>(
      (context) => selectRowsWhere(context, where).then(() => null),
      (refusal) => refusal,
    ),
  insertSource: (source, progress) =>
    run<InsertReport>(
      (context) => insertSource(context, source, progress),
      (refusal) => ({ kind: "refused", refusal, leftSheet: null }),
    ),
  findSourceTables: () => run<readonly SourceTable[] | null>(findSourceTables, () => null),
  refreshSource: (tableName, source) =>
    run<RefreshReport>(
      (context) => refreshSource(context, tableName, source),
      (refusal) => ({ ...NOTHING_REFRESHED, refusal }),
    ),
};

/** One Excel.run; what the host refuses becomes a value, everything else is thrown on. */
async function run<Result>(
  work: (context: Excel.RequestContext) => Promise<Result>,
  refused: (refusal: HostRefusal) => Result,
): Promise<Result> {
  try {
    return await Excel.run(work);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refused(refusal);
  }
}

async function findOrders(context: Excel.RequestContext): Promise<FoundOrders> {
  const cells = await findOrderCells(context);
  const asking = (column: WatchedColumn): readonly string[] =>
    cells.filter(({ watched }) => watched[column] !== undefined).map((cell) => cell.number);
  return {
    numbers: cells.map((cell) => cell.number),
    withReadiness: asking("orderReadiness"),
    withCoverage: asking("orderCoverage"),
  };
}

async function writeStatuses(
  context: Excel.RequestContext,
  bySheet: readonly SheetStatuses[],
): Promise<StatusPaintReport> {
  const painted: string[] = [];
  for (const { sheetId, blocks, numbers } of bySheet) {
    const { refusal } = await writeBlocks(context, { sheetId, blocks }, () => undefined);
    if (refusal !== null) return { painted, refusal };
    painted.push(...numbers);
  }
  return { painted, refusal: null };
}

function settingText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function saveSetting(name: string, value: string): Promise<void> {
  const { settings } = Office.context.document;
  settings.set(name, value);
  return new Promise((resolve, reject) => {
    settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Failed)
        reject(new Error(`The setting ${name} was not saved: ${error.message}`));
      else resolve();
    });
  });
}
