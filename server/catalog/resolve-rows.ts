/** From a record's codes to a row of the tables, or the problem of a code nobody knows. One function a target. */
import { codeKey } from "../../shared/validation/facts.ts";
import type { ImportProblem, ImportProblemCode } from "../../shared/wire/catalog.ts";
import { placeKey, type CatalogIndex, type KnownItem } from "../store/catalog/catalog-index.ts";
import type { PlainRow, RowsToSave } from "../store/catalog/save-rows.ts";
import { revisionKey } from "../store/catalog/save-boms.ts";
import type { Fields } from "./columns.ts";
import { importProblem, type CatalogRecord } from "./records.ts";
import type { ImportTarget } from "../../shared/wire/catalog.ts";

/** The targets whose rows stand for themselves; BOMs are groups of rows and have a file of their own. */
export type PlainTarget = Exclude<ImportTarget, "boms">;

/** Collects what one record could not resolve. */
export class Resolution {
  readonly problems: ImportProblem[] = [];

  constructor(
    private readonly index: CatalogIndex,
    private readonly record: CatalogRecord<ImportTarget>,
  ) {}

  refuse(column: string, value: string, code: ImportProblemCode = "reference-unknown"): void {
    this.problems.push(importProblem({ file: this.record.file, row: this.record.row, column, value }, code));
  }

  item(code: string, column = "item"): KnownItem {
    const item = this.index.items.get(codeKey(code));
    if (item === undefined) this.refuse(column, code);
    return item ?? { id: 0, number: "", unit: "" };
  }

  /** An empty code takes the default store. */
  store(code: string): number {
    const store = code === "" ? this.index.defaultStore : this.index.stores.get(codeKey(code));
    if (store === undefined || store === null) this.refuse("store", code);
    return store ?? 0;
  }

  /** Null when the row names none. */
  calendar(code: string): number | null {
    if (code === "") return null;
    const calendar = this.index.calendars.get(codeKey(code));
    if (calendar === undefined) this.refuse("calendar", code);
    return calendar ?? null;
  }

  /** An unknown item has no unit to fall back on; that it is unknown was said already. */
  unit(code: string, otherwise = ""): string {
    const unit = code === "" ? otherwise : code;
    if (unit !== "" && !this.index.units.has(unit)) this.refuse("unit", unit);
    return unit;
  }

  /** 0 when the row names no location. */
  location(storeId: number, code: string): number {
    if (code === "") return 0;
    const location = this.index.locations.get(placeKey(storeId, code));
    if (location === undefined) this.refuse("location", code);
    return location ?? 0;
  }

  workCenter(storeId: number, code: string): number {
    const center = this.index.workCenters.get(placeKey(storeId, code));
    if (center === undefined) this.refuse("workCenter", code);
    return center ?? 0;
  }
}

interface TargetRows<Target extends PlainTarget> {
  readonly table: RowsToSave["table"];
  readonly key: readonly string[];
  readonly row: (
    fields: Fields<Target>,
    resolution: Resolution,
    revisions: ReadonlyMap<string, number>,
  ) => PlainRow;
}

/** Monday to Sunday, 1 for a working day; at least one. */
const WEEK = /^(?=.*1)[01]{7}$/;
const HOURS_OF_DAY = 24;

const orNull = (text: string): string | null => (text === "" ? null : text);
const truth = (text: string): 0 | 1 => (text === "yes" ? 1 : 0);

export const targetRows: { readonly [Target in PlainTarget]: TargetRows<Target> } = {
  units: {
    table: "unit",
    key: ["code"],
    row: ({ code, description, decimals }) => ({ code, description, decimals: Number(decimals) }),
  },
  calendars: {
    table: "calendar",
    key: ["code"],
    row: ({ code, weekdays, hoursPerDay }, at) => {
      if (!WEEK.test(weekdays)) at.refuse("weekdays", weekdays, "value-unreadable");
      const tooLong = Number(hoursPerDay) > HOURS_OF_DAY;
      if (tooLong || hoursPerDay === "0") at.refuse("hoursPerDay", hoursPerDay, "value-unreadable");
      return { code, weekdays, hours_per_day: hoursPerDay };
    },
  },
  "calendar-days": {
    table: "calendar_exception",
    key: ["calendar_id", "day"],
    row: ({ calendar, day, hours }, at) => {
      if (Number(hours) > HOURS_OF_DAY) at.refuse("hours", hours, "value-unreadable");
      return { calendar_id: at.calendar(calendar) ?? 0, day, hours };
    },
  },
  stores: {
    table: "store",
    key: ["code_key"],
    row: ({ code, name, calendar, makes, default: standard }, at) => ({
      code,
      code_key: codeKey(code),
      name: name || code,
      calendar_id: at.calendar(calendar),
      makes: truth(makes),
      is_default: truth(standard),
    }),
  },
  locations: {
    table: "location",
    key: ["store_id", "code_key"],
    row: ({ store, code, name, output }, at) => ({
      store_id: at.store(store),
      code,
      code_key: codeKey(code),
      name: name || code,
      is_output: truth(output),
    }),
  },
  "work-centers": {
    table: "work_center",
    key: ["store_id", "code_key"],
    row: ({ store, code, name, calendar, weeklyHours, capacity, costRate }, at) => ({
      store_id: at.store(store),
      code,
      code_key: codeKey(code),
      name: name || code,
      calendar_id: at.calendar(calendar),
      weekly_hours: orNull(weeklyHours),
      capacity,
      cost_rate: costRate,
    }),
  },
  items: {
    table: "item",
    key: ["number_key"],
    row: (
      { number, description, unit, make, buy, active, reorderPoint, reorderQuantity, leadTimeDays },
      at,
    ) => ({
      number,
      number_key: codeKey(number),
      description,
      unit_code: at.unit(unit),
      make: truth(make),
      buy: truth(buy),
      active: truth(active),
      reorder_point: orNull(reorderPoint),
      reorder_quantity: orNull(reorderQuantity),
      lead_time_days: Number(leadTimeDays),
    }),
  },
  "item-aliases": {
    table: "item_alias",
    key: ["alias_key", "item_id"],
    row: ({ item, alias, kind }, at) => ({
      item_id: at.item(item).id,
      alias,
      alias_key: codeKey(alias),
      kind,
    }),
  },
  "item-stores": {
    table: "item_store",
    key: ["item_id", "store_id"],
    row: ({ item, store, reorderPoint, reorderQuantity }, at) => ({
      item_id: at.item(item).id,
      store_id: at.store(store),
      reorder_point: orNull(reorderPoint),
      reorder_quantity: orNull(reorderQuantity),
    }),
  },
  "unit-conversions": {
    table: "unit_conversion",
    key: ["item_id", "from_unit", "to_unit"],
    row: ({ item, from, to, factor }, at) => {
      if (factor === "0") at.refuse("factor", factor, "value-too-low");
      const item_id = item === "" ? null : at.item(item).id;
      return { item_id, from_unit: at.unit(from), to_unit: at.unit(to), factor };
    },
  },
  routings: {
    table: "routing_operation",
    key: ["bom_revision_id", "position"],
    row: ({ item, bom, revision, position, store, workCenter, ...rest }, at, revisions) => {
      const revisionId = revisions.get(revisionKey(at.item(item).id, bom, revision));
      if (revisionId === undefined) at.refuse("revision", revision);
      return {
        bom_revision_id: revisionId ?? 0,
        position: Number(position),
        work_center_id: at.workCenter(at.store(store), workCenter),
        resource: rest.resource,
        setup_minutes: rest.setupMinutes,
        run_minutes: rest.runMinutes,
        instruction: rest.instruction,
      };
    },
  },
  stock: {
    table: "stock_level",
    key: ["item_id", "store_id", "location_id"],
    row: ({ item, store, location, available, notAvailable, allocated }, at) => {
      const storeId = at.store(store);
      return {
        item_id: at.item(item).id,
        store_id: storeId,
        location_id: at.location(storeId, location),
        available,
        not_available: notAvailable,
        allocated,
      };
    },
  },
  "sales-orders": demandRows("sales-order"),
  "purchase-orders": demandRows("purchase-order"),
};

const demandStatuses = ["draft", "released", "closed", "cancelled"];

function demandRows(kind: "sales-order" | "purchase-order"): TargetRows<"sales-orders"> {
  return {
    table: "demand_line",
    key: ["is_imported", "kind", "document", "line"],
    row: ({ document, line, item, store, quantity, done, unit, needDate, status, party, notes }, at) => {
      const known = at.item(item);
      if (!demandStatuses.includes(status)) at.refuse("status", status, "value-unreadable");
      return {
        is_imported: 1,
        kind,
        document,
        line,
        item_id: known.id,
        store_id: at.store(store),
        unit_code: at.unit(unit, known.unit),
        quantity,
        done_quantity: done,
        need_date: orNull(needDate),
        status,
        party,
        notes,
      };
    },
  };
}
