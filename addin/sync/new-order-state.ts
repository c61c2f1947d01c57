/** What the New MO form shows. */
import type { FoundItem } from "../../shared/wire/items.ts";
import type { WireProblem } from "../../shared/wire/lines.ts";
import type { Unanswered } from "./clients/http.ts";
import type { PlanRow } from "../../shared/wire/plan.ts";

export interface NewOrderFields {
  /** What is typed or chosen: an item number, or words to find one. */
  readonly item: string;
  readonly quantity: string;
  readonly store: string;
  /** The bill of materials and its revision; empty for those that are valid on the day. */
  readonly bom: string;
  readonly revision: string;
  readonly location: string;
  readonly needDate: string;
  readonly priority: string;
  readonly memo: string;
}

export type Preview =
  | { readonly kind: "none" }
  | { readonly kind: "asking" }
  | { readonly kind: "planned"; readonly row: Extract<PlanRow, { outcome: "ready" }> }
  | { readonly kind: "refused"; readonly problems: readonly WireProblem[] }
  /** The service did not understand the request at all. */
  | { readonly kind: "rejected"; readonly why: string }
  /** It is asked again by itself. */
  | { readonly kind: "unreachable" };

export interface MadeOrder {
  readonly number: string;
  /** All that one press of the form makes is a batch. */
  readonly batch: string;
  readonly what: string;
}

export interface Creating {
  readonly what: string;
  /** Whether it outlives the pane; false where the browser keeps nothing. */
  readonly isKept: boolean;
  /** How often it was sent in vain. */
  readonly tries: number;
  /** Why the last try was in vain; null while there was none. */
  readonly unanswered: Unanswered | null;
}

export interface NewOrderState {
  readonly fields: NewOrderFields;
  readonly found: readonly FoundItem[];
  readonly preview: Preview;
  /** What is being made; null for nothing. */
  readonly creating: Creating | null;
  /** Made with this form since the pane was opened, the last one first. */
  readonly made: readonly MadeOrder[];
  /** Why the last press made nothing. */
  readonly refused: readonly WireProblem[];
}

export const EMPTY_FIELDS: NewOrderFields = {
  item: "",
  quantity: "",
  store: "",
  bom: "",
  revision: "",
  location: "",
  needDate: "",
  priority: "",
  memo: "",
};

export const FIRST_NEW_ORDER: NewOrderState = {
  fields: EMPTY_FIELDS,
  found: [],
  preview: { kind: "none" },
  creating: null,
  made: [],
  refused: [],
};
