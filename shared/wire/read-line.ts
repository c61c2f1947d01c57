/** What does not fit into a line is a problem of its own row, as far as its row can be told; the others go through (R64). */
import { z } from "zod";
import {
  demandKinds,
  draftFields,
  type DraftField,
  type DraftLine,
  type UnreadField,
} from "../row/draft-line.ts";
import { lineSchema, PRIORITIES, type WireLine } from "./lines.ts";

export type ReadLine = WireLine & Pick<DraftLine, "unread" | "ignored">;

export type LineRead =
  | { readonly ok: true; readonly line: ReadLine }
  /** The request is wrong, not a row of it. */
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] };

export function readLine(sent: unknown): LineRead {
  const read = lineSchema.safeParse(sent);
  if (read.success) return { ok: true, line: read.data };
  const { issues } = read.error;
  const asSent = sentSchema.safeParse(sent);
  const fields = issues.map(fieldOf);
  if (!asSent.success || fields.includes(null)) return { ok: false, issues };
  const { order, ...line } = asSent.data;
  const wrong = new Set(fields);
  const rest = { ...without(line, wrong), ...(order != null && { order: without(order, wrong) }) };
  const again = lineSchema.safeParse(rest);
  if (!again.success) return { ok: false, issues };
  const values: Sent = { ...line, ...order };
  const unread = [...wrong].flatMap((field) => (field === null ? [] : unreadAt(field, values[field])));
  return { ok: true, line: unread.length === 0 ? again.data : { ...again.data, unread } };
}

type Sent = Readonly<Record<string, unknown>>;

const sentSchema = z.looseObject({ order: z.record(z.string(), z.unknown()).nullish() });

const wanted: ReadonlyMap<string, string> = new Map<DraftField, string>([
  ...(["item", "unit", "store", "needDate", "document", "line", "notes"] as const).map(
    (field): [DraftField, string] => [field, "text"],
  ),
  ...(["bom", "revision", "location"] as const).map((field): [DraftField, string] => [field, "text"]),
  ["quantity", "a quantity"],
  ["priority", `a whole number from ${PRIORITIES.lowest} to ${PRIORITIES.highest}`],
  ["kind", `one of ${demandKinds.join(", ")}`],
]);

/** Null where it is about no field of a row. */
function fieldOf({ code, path }: z.core.$ZodIssue): string | null {
  const names = path[0] === "order" ? path.slice(1) : path;
  const field = names.length === 1 && code !== "unrecognized_keys" ? String(names[0]) : "";
  return wanted.has(field) ? field : null;
}

function without(sent: Sent, wrong: ReadonlySet<string | null>): Sent {
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !wrong.has(name)));
}

/** null says nothing, as a field that is left out. */
function unreadAt(name: string, value: unknown): readonly UnreadField[] {
  const field = draftFields.find((one) => one === name);
  if (field === undefined || value === null) return [];
  return [{ field, value: shown(value), wanted: wanted.get(field) ?? "" }];
}

const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
