/**
 * The tables, as Kysely sees them. Amounts are TEXT with canonical exact decimals, days TEXT YYYY-MM-DD, instants
 * TEXT ISO 8601 in UTC, and truth values 0 or 1, so that SQLite and PostgreSQL hold the very same values.
 */
import type { Generated } from "kysely";
import type { OrderStatus } from "../../shared/order/life.ts";
import type { BatchState } from "../../shared/order/undo-batch.ts";
import type { DemandKind } from "../../shared/row/draft-line.ts";
import type { MoMaterialEditTable } from "./orders/material-edit-table.ts";

type Amount = string;
type Day = string;
type Instant = string;
type Truth = 0 | 1;

export interface UnitTable {
  code: string;
  description: string;
  decimals: number;
}

export interface UnitConversionTable {
  id: Generated<number>;
  /** Null: for every item. */
  item_id: number | null;
  from_unit: string;
  to_unit: string;
  /** How many `to_unit` one `from_unit` is. */
  factor: Amount;
}

export interface CalendarTable {
  id: Generated<number>;
  code: string;
  /** Seven characters from Monday, 1 for a working day: "1111100". */
  weekdays: string;
  hours_per_day: Amount;
}

export interface CalendarExceptionTable {
  calendar_id: number;
  day: Day;
  /** 0 for a holiday. */
  hours: Amount;
}

export interface StoreTable {
  id: Generated<number>;
  code: string;
  code_key: string;
  name: string;
  calendar_id: number | null;
  makes: Truth;
  is_default: Truth;
}

export interface LocationTable {
  id: Generated<number>;
  store_id: number;
  code: string;
  code_key: string;
  name: string;
  /** Where finished products of the store go. */
  is_output: Truth;
}

export interface WorkCenterTable {
  id: Generated<number>;
  store_id: number;
  code: string;
  code_key: string;
  name: string;
  calendar_id: number | null;
  /** Hours of work a week, when no calendar says it. */
  weekly_hours: Amount | null;
  /** How many can be worked on at once. */
  capacity: Amount;
  cost_rate: Amount;
}

export interface ItemTable {
  id: Generated<number>;
  number: string;
  /** The number in lower case: unique, and how items are found. */
  number_key: string;
  description: string;
  unit_code: string;
  make: Truth;
  buy: Truth;
  active: Truth;
  reorder_point: Amount | null;
  reorder_quantity: Amount | null;
  lead_time_days: number;
}

export interface ItemAliasTable {
  id: Generated<number>;
  item_id: number;
  alias: string;
  alias_key: string;
  kind: string;
}

/** Reorder figures of an item in one store; they win over the item's own. */
export interface ItemStoreTable {
  item_id: number;
  store_id: number;
  reorder_point: Amount | null;
  reorder_quantity: Amount | null;
}

export interface BomTable {
  id: Generated<number>;
  item_id: number;
  name: string;
  name_key: string;
  instruction: string;
  is_default: Truth;
}

export interface BomRevisionTable {
  id: Generated<number>;
  bom_id: number;
  revision: string;
  valid_from: Day | null;
  /** The last valid day. */
  valid_to: Day | null;
  output_quantity: Amount;
}

export interface BomLineTable {
  id: Generated<number>;
  bom_revision_id: number;
  position: number;
  component_item_id: number;
  quantity: Amount;
  unit_code: string;
  is_fixed: Truth;
  scrap_percent: Amount;
  is_phantom: Truth;
  valid_from: Day | null;
  valid_to: Day | null;
  instruction: string;
}

/** The operations of a BOM revision, in order. */
export interface RoutingOperationTable {
  id: Generated<number>;
  bom_revision_id: number;
  position: number;
  work_center_id: number;
  resource: string;
  setup_minutes: Amount;
  /** Minutes for one of the item. */
  run_minutes: Amount;
  instruction: string;
}

export interface StockLevelTable {
  item_id: number;
  store_id: number;
  /** 0 when the level is not told by location. */
  location_id: number;
  available: Amount;
  not_available: Amount;
  allocated: Amount;
}

export interface StockMovementTable {
  id: Generated<number>;
  item_id: number;
  store_id: number;
  location_id: number;
  quantity: Amount;
  reason: string;
  mo_id: number | null;
  actor: string;
  at: Instant;
}

export interface DemandLineTable {
  id: Generated<number>;
  /** 1: a line of an imported document. 0: a row somebody made an order from. */
  is_imported: Truth;
  kind: DemandKind;
  document: string;
  line: string;
  item_id: number;
  store_id: number;
  unit_code: string;
  quantity: Amount;
  /** Shipped or received so far. */
  done_quantity: Amount;
  need_date: Day | null;
  status: "draft" | "released" | "closed" | "cancelled";
  /** Customer or vendor. */
  party: string;
  notes: string;
  /** Of a row somebody pressed Create on: what makes it the same as another. */
  row_key: string | null;
}

export interface ManufacturingOrderTable {
  /** The sequence the number is made of. */
  id: number;
  number: string;
  batch_id: number;
  /** The row it was made from; below zero, its own id, when it was made for another order. */
  batch_row: number;
  type: "manufacture" | "disassemble";
  /** Dynamic orders follow their demand line until released. */
  link: "regular" | "dynamic";
  item_id: number;
  bom_revision_id: number;
  store_id: number;
  output_location_id: number | null;
  unit_code: string;
  quantity: Amount;
  produced_quantity: Amount;
  scrapped_quantity: Amount;
  status: OrderStatus;
  hold_reason: string | null;
  priority: number;
  order_date: Day;
  schedule_date: Day;
  due_date: Day;
  need_date: Day | null;
  memo: string;
  project: string;
  parent_id: number | null;
  version: number;
  created_at: Instant;
  created_by: string;
  changed_at: Instant;
  changed_by: string;
}

export interface MoMaterialTable {
  mo_id: number;
  position: number;
  item_id: number;
  quantity: Amount;
  unit_code: string;
  quantity_per: Amount;
  is_fixed: Truth;
  scrap_percent: Amount;
  issued_quantity: Amount;
  bom_line_id: number | null;
  instruction: string;
}

export interface MoOperationTable {
  mo_id: number;
  position: number;
  work_center_id: number;
  resource: string;
  setup_minutes: Amount;
  run_minutes: Amount;
  instruction: string;
  status: "open" | "started" | "done";
  /** In the plant's own time, "2027-03-10T09:30"; null for orders made before steps were planned. */
  planned_start: string | null;
  planned_end: string | null;
  /** Setup and run, whole. */
  planned_minutes: number | null;
}

export interface MoExplanationTable {
  mo_id: number;
  /** JSON list of the steps that led to the order as it was made. */
  steps: string;
}

export interface BatchTable {
  id: number;
  number: string;
  request_key: string;
  /** Tells a retry from another request that uses the same key. */
  request_hash: string;
  state: BatchState;
  actor: string;
  source_workbook: string;
  source_sheet: string;
  created_at: Instant;
  finished_at: Instant | null;
  /** Of the last undo that took something back; why is empty when nobody said. */
  undone_at: Instant | null;
  undone_by: string | null;
  undo_reason: string | null;
}

export interface BatchRowTable {
  batch_id: number;
  /** As the sender numbers it. */
  row: number;
  outcome: "created" | "refused";
  mo_id: number | null;
  /** Of that order, as it was made; null where none was, and where it was not noted yet. */
  quantity: Amount | null;
  /** JSON list of problems and warnings. */
  problems: string;
}

/** Many demand lines to many MOs: how much of each MO is for whom (R12, R21). */
export interface CoverageTable {
  demand_line_id: number;
  mo_id: number;
  quantity: Amount;
  /** What the line said when the order was made or last took it over; null where nobody follows it. */
  seen_quantity: Amount | null;
  seen_need_date: Day | null;
  /** Shipped or received by then, and the code of the store it was wanted in. */
  seen_done: Amount | null;
  seen_store: string | null;
  /** Why more was made than the line wants. */
  reason: Generated<string>;
}

export interface EventTable {
  position: Generated<number>;
  kind: string;
  mo_id: number | null;
  batch_id: number | null;
  /** JSON: the MO as the event left it. */
  data: string;
  actor: string;
  at: Instant;
}

/** The last number given out, by name. */
export interface CounterTable {
  name: string;
  value: number;
}

export interface Tables {
  unit: UnitTable;
  unit_conversion: UnitConversionTable;
  calendar: CalendarTable;
  calendar_exception: CalendarExceptionTable;
  store: StoreTable;
  location: LocationTable;
  work_center: WorkCenterTable;
  item: ItemTable;
  item_alias: ItemAliasTable;
  item_store: ItemStoreTable;
  bom: BomTable;
  bom_revision: BomRevisionTable;
  bom_line: BomLineTable;
  routing_operation: RoutingOperationTable;
  stock_level: StockLevelTable;
  stock_movement: StockMovementTable;
  demand_line: DemandLineTable;
  manufacturing_order: ManufacturingOrderTable;
  mo_material: MoMaterialTable;
  mo_material_edit: MoMaterialEditTable;
  mo_operation: MoOperationTable;
  mo_explanation: MoExplanationTable;
  batch: BatchTable;
  batch_row: BatchRowTable;
  coverage: CoverageTable;
  event: EventTable;
  counter: CounterTable;
}
