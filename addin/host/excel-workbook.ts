/** The workbook port over office.js: the only way from the add-in into Excel. */
import type { WatchedColumn } from "../../shared/sheet/sheet-patch.ts";
import type { SourceNow } from "../../shared/sheet/source-cells.ts";
import { clearingBlocks } from "./clearing-blocks.ts";
import { findOrderCells } from "./find-order-cells.ts";
import { findRows } from "./find-rows.ts";
import { refusalOf, writeRefusalOf } from "./host-errors.ts";
import { listenToExcel } from "./listen.ts";
import { OwnWrites } from "./own-writes.ts";
import { paint } from "./paint.ts";
import { placeOfReading, type ReadPlace } from "./read-place.ts";
import { readSelection } from "./read-selection.ts";
import { NOTHING_REFRESHED, refreshSource, type Refreshing } from "./refresh-source.ts";
import { selectCell, selectOrder } from "./select-cell.ts";
import { selectRowsWhere } from "./select-rows.ts";
import { findSourceTables, insertSource, sourceTablesWith } from "./source-tables.ts";
import { statusBlocks } from "./status-blocks.ts";
import { soonerOrLater } from "./while-busy.ts";
import { readSetting, writeSetting } from "./workbook-settings.ts";
import type {
  FoundOrders,
  HostRefusal,
  InsertReport,
  PaintReport,
  RefreshReport,
  RowsSelected,
  Selection,
  SettingRead,
  SourceTable,
  StatusPaintReport,
  Workbook,
} from "./workbook.ts";
import { writeStatuses } from "./write-statuses.ts";

export function createExcelWorkbook(): Workbook {
  const ownWrites = new OwnWrites();
  let readPlace: ReadPlace | null = null;
  return {
    readSelection: async () => {
      const selection = await run<Selection>(readSelection, (refusal) => ({ kind: "refused", refusal }));
      readPlace = placeOfReading(selection);
      return selection;
    },
    onChange: (hear) => listenToExcel({ hear, ownWrites, readPlace: () => readPlace }),
    ...looking,
    ...painting(ownWrites),
    ...sources(ownWrites),
    readSetting: (name) =>
      run<SettingRead>(
        (context) => readSetting(context, name),
        (refusal) => ({ kind: "refused", refusal }),
      ),
    writeSetting: (name, value) =>
      soonerOrLater(() => Excel.run((context) => writeSetting(context, name, value))),
  };
}

const looking: Pick<
  Workbook,
  | "selectCell"
  | "selectOrder"
  | "findRowsWhere"
  | "selectRowsWhere"
  | "findOrders"
  | "findSourceTables"
  | "sourceTablesWith"
> = {
  selectCell: (sheetId, cell) =>
    change<HostRefusal | null>(
      (context) => selectCell(context, sheetId, cell).then(() => null),
      (refusal) => refusal,
    ),
  selectOrder: (number) =>
    change<Awaited<ReturnType<Workbook["selectOrder"]>>>(
      (context) => selectOrder(context, number),
      (refusal) => refusal,
    ),
  findRowsWhere: (where) =>
    change<readonly number[] | null>(
      async (context) => (await findRows(context, where)).shown,
      () => null,
    ),
  selectRowsWhere: (where) =>
    change<RowsSelected>(
      async (context) => ({ hiddenRows: await selectRowsWhere(context, where), refusal: null }),
      (refusal) => ({ hiddenRows: 0, refusal }),
    ),
  findOrders: () => change<FoundOrders | null>(findOrders, () => null),
  findSourceTables: () => change<readonly SourceTable[] | null>(findSourceTables, () => null),
  sourceTablesWith: (numbers) =>
    change<readonly SourceTable[] | null>(
      (context) => sourceTablesWith(context, numbers),
      () => null,
    ),
};

function painting(ownWrites: OwnWrites): Pick<Workbook, "paint" | "paintStatuses" | "clearOrders"> {
  const write = writer(ownWrites);
  return {
    paint: (patch, progress) =>
      write<PaintReport>(
        (context) => paint(context, patch, progress),
        (refusal) => ({ painted: [], moved: [], lost: [], refusal }),
      ),
    paintStatuses: (patches) =>
      write<StatusPaintReport>(
        async (context) => writeStatuses(context, statusBlocks(await findOrderCells(context), patches)),
        (refusal) => ({ painted: [], refusal }),
      ),
    clearOrders: (numbers) =>
      write<StatusPaintReport>(
        async (context) => writeStatuses(context, clearingBlocks(await findOrderCells(context), numbers)),
        (refusal) => ({ painted: [], refusal }),
      ),
  };
}

function sources(
  ownWrites: OwnWrites,
): Pick<Workbook, "insertSource" | "refreshSource" | "refreshSourceRows"> {
  const write = writer(ownWrites);
  const refresh = (rows: Refreshing, source: SourceNow): Promise<RefreshReport> =>
    write<RefreshReport>(
      (context) => refreshSource(context, rows, source),
      (refusal) => ({ ...NOTHING_REFRESHED, refusal }),
    );
  return {
    insertSource: (source, progress) =>
      write<InsertReport>(
        (context) => insertSource(context, source, progress),
        (refusal) => ({ kind: "refused", refusal, leftSheet: null }),
      ),
    refreshSource: (tableName, source) => refresh({ tableName, onlyOrders: null }, source),
    refreshSourceRows: (tableName, source, onlyOrders) => refresh({ tableName, onlyOrders }, source),
  };
}

function writer(ownWrites: OwnWrites) {
  return <Result>(...how: Parameters<typeof change<Result>>): Promise<Result> =>
    ownWrites.during(() => change(...how));
}

/** One Excel.run; what the host refuses becomes a value, everything else is thrown on. */
async function run<Result>(
  work: (context: Excel.RequestContext) => Promise<Result>,
  refused: (refusal: HostRefusal) => Result,
  refusalAmong = refusalOf,
): Promise<Result> {
  try {
    return await Excel.run(work);
  } catch (error) {
    const refusal = refusalAmong(error);
    if (refusal === null) throw error;
    return refused(refusal);
  }
}

/** The same for what must not end in a fault whatever Excel says: it would be begun, and fail, again and again. */
function change<Result>(
  work: (context: Excel.RequestContext) => Promise<Result>,
  refused: (refusal: HostRefusal) => Result,
): Promise<Result> {
  return run(work, refused, writeRefusalOf);
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
