/** What the members of a range are made from. */
import type { Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { HostContext } from "./host-context.ts";
import type { HostObject } from "./host-object.ts";

export interface RangePlace {
  readonly context: HostContext;
  readonly sheet: Sheet;
  readonly area: Area;
  /** Another range of the same sheet. */
  readonly range: (area: Area) => HostObject;
}
