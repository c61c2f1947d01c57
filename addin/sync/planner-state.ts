/** All that the pane shows, as one value. What is going on is one name, and carries only what belongs to it. */
import type { OrderSnapshot } from "../../shared/event/event.ts";
import type { Intake, IntakeRefusal } from "../../shared/intake/intake.ts";
import type { Batch, PressProgress } from "../../shared/wire/batch.ts";
import type { Rules } from "../../shared/wire/lines.ts";
import { NO_RULES_CHOSEN } from "../../shared/wire/lines.ts";
import type { Plan } from "../../shared/wire/plan.ts";
import type { Service } from "../../shared/wire/service.ts";
import type { BusyRefusal, HostRefusal, PaintReport } from "../host/workbook.ts";
import type { Connection } from "./event-feed.ts";
import type { OpenLine } from "./lines-left-out.ts";
import type { OrderedWay } from "./ordered-way.ts";
import type { Unanswered } from "./clients/http.ts";
import type { SheetPress } from "./press/press.ts";
import type { RowChange } from "./row-changes.ts";

export type Work =
  | { readonly kind: "reading" }
  | { readonly kind: "nothing-selected" }
  | { readonly kind: "not-understood"; readonly refusal: IntakeRefusal; readonly sheetName: string }
  /** Rows of another kind than the way that was asked for needs. */
  | { readonly kind: "other-rows"; readonly wanted: OrderedWay["kind"] }
  | { readonly kind: "host-busy"; readonly refusal: HostRefusal }
  | { readonly kind: "planning"; readonly intake: Intake }
  | { readonly kind: "planned"; readonly intake: Intake; readonly plan: Plan }
  /** Create is pressed, and the rows are read once more before anything is sent. */
  | { readonly kind: "checking"; readonly intake: Intake; readonly plan: Plan }
  /** The rows are understood, but the service cannot be asked what they would make. */
  | { readonly kind: "unplanned"; readonly intake: Intake }
  /** The service will not have the request as a whole; asking again would not help. */
  | { readonly kind: "rejected"; readonly intake: Intake; readonly why: string }
  | {
      readonly kind: "sending";
      readonly press: SheetPress;
      /** Whether it outlives the pane; false where the browser keeps nothing. */
      readonly isKept: boolean;
      readonly tries: number;
      /** Why the last try was in vain; null while there was none. */
      readonly unanswered: Unanswered | null;
      /** Null until the service says how far it is. */
      readonly progress: PressProgress | null;
    }
  | {
      readonly kind: "painting";
      readonly press: SheetPress;
      readonly batch: Batch;
      readonly painted: number;
      /** Why nothing can be written now; it goes on by itself. */
      readonly waitsFor: BusyRefusal | null;
    }
  | { readonly kind: "fault"; readonly details: string };

/** What became of a press. */
export interface Outcome {
  readonly press: SheetPress;
  readonly result:
    | {
        readonly kind: "made";
        readonly batch: Batch;
        readonly paint: PaintReport;
        /** What went wrong in Excel, twice, so that its results stand in the pane alone; null when nothing did. */
        readonly fault: string | null;
      }
    | { readonly kind: "refused"; readonly message: string };
  /** Other rows were selected since: it is no news any more. */
  readonly isFolded: boolean;
}

/** All lines of orders were asked for: what of them is not among the selected rows. */
export interface WholeOrdersState {
  readonly documents: readonly string[];
  /** Rows of theirs that a filter or a person hides. */
  readonly hiddenRows: number;
  readonly lines:
    | { readonly kind: "asking" }
    /** Open lines that none of the rows is for. */
    | { readonly kind: "told"; readonly missing: readonly OpenLine[] }
    | { readonly kind: "untold"; readonly why: string };
}

/** Which column the quantity is taken from: a sheet column, from 0. */
export interface QuantityChoice {
  readonly sheetId: string;
  readonly column: number;
}

/** What the pane shows: the selected rows, or one of its other rooms. */
export const paneViews = ["rows", "sources", "new-mo", "batches"] as const;
export type PaneView = (typeof paneViews)[number];

export interface PlannerState {
  readonly view: PaneView;
  readonly work: Work;
  /** Of the last press, and of those that were finished since: the last one first. */
  readonly outcomes: readonly Outcome[];
  readonly service: Service | null;
  readonly connection: Connection;
  readonly quantityChoice: QuantityChoice | null;
  readonly rules: Rules;
  /** What had changed when Create was pressed, so that nothing was made. */
  readonly changedRows: readonly RowChange[];
  /** Null unless the selected rows were selected as whole orders. */
  readonly wholeOrders: WholeOrdersState | null;
  /** Last known states of MOs, by number. */
  readonly orders: ReadonlyMap<string, OrderSnapshot>;
  /** Numbers in the workbook that the service has no MO for. What is in neither is being looked up. */
  readonly unknownOrders: ReadonlySet<string>;
}

export const FIRST_STATE: PlannerState = {
  view: "rows",
  work: { kind: "reading" },
  outcomes: [],
  service: null,
  connection: "connecting",
  quantityChoice: null,
  changedRows: [],
  wholeOrders: null,
  rules: NO_RULES_CHOSEN,
  orders: new Map(),
  unknownOrders: new Set(),
};

/** A press is on its way: what is selected meanwhile is read after it. */
export function isPressing({ work: { kind } }: PlannerState): boolean {
  return kind === "checking" || kind === "sending" || kind === "painting";
}
