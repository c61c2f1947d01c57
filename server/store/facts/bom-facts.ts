/** BOM revisions with their lines and operations. */
import { knownDate, type CalendarDate } from "../../../shared/quantity/calendar-date.ts";
import { decimal, isAboveZero, type Decimal } from "../../../shared/quantity/decimal.ts";
import type {
  BomLineFacts,
  BomRevisionFacts,
  OperationFacts,
  WorkingCalendar,
} from "../../../shared/validation/facts.ts";
import { inPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";
import { weeklyCalendar, type Calendars } from "./calendar-facts.ts";
import { pushTo } from "./push-to.ts";

/** By item id, in the order they were made. */
export async function loadRevisions(
  transaction: Transaction,
  itemIds: readonly number[],
  calendars: Calendars,
): Promise<ReadonlyMap<number, readonly BomRevisionFacts[]>> {
  const byItem = new Map<number, BomRevisionFacts[]>();
  for (const piece of inPieces(itemIds)) {
    const rows = await transaction
      .selectFrom("bom_revision")
      .innerJoin("bom", "bom.id", "bom_revision.bom_id")
      .where("bom.item_id", "in", piece)
      .select(["bom_revision.id", "bom.item_id", "bom.name", "bom.is_default", "bom_revision.revision"])
      .select(["bom_revision.valid_from", "bom_revision.valid_to", "bom_revision.output_quantity"])
      .orderBy("bom_revision.id")
      .execute();
    const ids = rows.map((row) => row.id);
    const lines = await loadLines(transaction, ids);
    const operations = await loadOperations(transaction, ids, calendars);
    for (const row of rows) {
      pushTo(byItem, row.item_id, {
        id: row.id,
        bom: row.name,
        revision: row.revision,
        isDefault: row.is_default === 1,
        validFrom: dateOrNull(row.valid_from),
        validTo: dateOrNull(row.valid_to),
        outputQuantity: decimal(row.output_quantity),
        lines: lines.get(row.id) ?? [],
        operations: operations.get(row.id) ?? [],
      });
    }
  }
  return byItem;
}

async function loadLines(
  transaction: Transaction,
  revisionIds: readonly number[],
): Promise<ReadonlyMap<number, BomLineFacts[]>> {
  const byRevision = new Map<number, BomLineFacts[]>();
  for (const piece of inPieces(revisionIds)) {
    const rows = await transaction
      .selectFrom("bom_line")
      .innerJoin("unit", "unit.code", "bom_line.unit_code")
      .where("bom_revision_id", "in", piece)
      .selectAll("bom_line")
      .select("unit.decimals")
      .orderBy("bom_revision_id")
      .orderBy("position")
      .execute();
    for (const row of rows) {
      pushTo(byRevision, row.bom_revision_id, {
        id: row.id,
        position: row.position,
        componentId: row.component_item_id,
        quantity: decimal(row.quantity),
        unit: { code: row.unit_code, decimals: row.decimals },
        isFixed: row.is_fixed === 1,
        scrapPercent: decimal(row.scrap_percent),
        isPhantom: row.is_phantom === 1,
        validFrom: dateOrNull(row.valid_from),
        validTo: dateOrNull(row.valid_to),
        instruction: row.instruction,
      });
    }
  }
  return byRevision;
}

async function loadOperations(
  transaction: Transaction,
  revisionIds: readonly number[],
  calendars: Calendars,
): Promise<ReadonlyMap<number, OperationFacts[]>> {
  const byRevision = new Map<number, OperationFacts[]>();
  for (const piece of inPieces(revisionIds)) {
    const rows = await transaction
      .selectFrom("routing_operation")
      .innerJoin("work_center", "work_center.id", "routing_operation.work_center_id")
      .where("bom_revision_id", "in", piece)
      .selectAll("routing_operation")
      .innerJoin("store", "store.id", "work_center.store_id")
      .select(["work_center.code", "work_center.calendar_id", "work_center.capacity"])
      .select(["work_center.weekly_hours", "store.calendar_id as store_calendar_id"])
      .orderBy("position")
      .execute();
    for (const row of rows) {
      pushTo(byRevision, row.bom_revision_id, {
        position: row.position,
        workCenterId: row.work_center_id,
        workCenter: row.code,
        calendar: calendarOf(row, calendars),
        capacity: capacityOf(row.capacity),
        resource: row.resource,
        setupMinutes: decimal(row.setup_minutes),
        runMinutes: decimal(row.run_minutes),
        instruction: row.instruction,
      });
    }
  }
  return byRevision;
}

interface CenterRow {
  readonly calendar_id: number | null;
  readonly weekly_hours: string | null;
  readonly store_calendar_id: number | null;
}

/** The work center's own; else its weekly hours on the days its store works; null leaves it to the store. */
function calendarOf(row: CenterRow, calendars: Calendars): WorkingCalendar | null {
  const own = calendars.get(row.calendar_id ?? 0);
  if (own !== undefined) return own;
  if (row.weekly_hours === null || !isAboveZero(decimal(row.weekly_hours))) return null;
  return weeklyCalendar(decimal(row.weekly_hours), calendars.get(row.store_calendar_id ?? 0));
}

const ONE = decimal("1");

/** A work center that can do nothing at once is taken as one that does one thing. */
function capacityOf(text: string): Decimal {
  const capacity = decimal(text);
  return isAboveZero(capacity) ? capacity : ONE;
}

function dateOrNull(text: string | null): CalendarDate | null {
  return text === null ? null : knownDate(text);
}
