/** What the objects need of each other and of the host: passed in, so that their files do not import in circles. */
import type { Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Table } from "../model/table.ts";
import type { Workbook } from "../model/workbook.ts";
import type { HostObject } from "./host-object.ts";

export interface HostContext {
  readonly workbook: Workbook;
  /** Which events the add-in wants, by type and target. */
  readonly events: EventRegistrations;
  readonly worksheet: (sheet: Sheet) => HostObject;
  /** All tables of a sheet. */
  readonly tablesOf: (sheet: Sheet) => HostObject;
  /** Some tables, as found in a range. */
  readonly tables: (list: readonly Table[]) => HostObject;
  readonly areas: (sheet: Sheet, areas: readonly Area[]) => HostObject;
}

export interface EventRegistrations {
  add(type: number, target: string): void;
  remove(type: number, target: string): void;
  has(type: number, target: string): boolean;
}
