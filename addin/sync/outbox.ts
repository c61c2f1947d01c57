/**
 * Presses that are not finished: kept from the moment Create is pressed until their results stand in the sheet, so
 * that a reload or a crash in between goes on with the same key (R4).
 */
import { z } from "zod";
import { batchRequestSchema } from "../../shared/wire/batch.ts";
import { problemSchema } from "../../shared/wire/lines.ts";

const foundColumn = z.object({ column: z.number(), heading: z.string() });

const placeSchema = z.object({
  sheetId: z.string(),
  tableId: z.string().nullable(),
  headingRow: z.number(),
  firstColumn: z.number(),
  lastColumn: z.number(),
  columns: z.partialRecord(
    z.enum(["item", "quantity", "store", "needDate", "document", "line", "notes", "orderNumber"]),
    foundColumn,
  ),
  identities: z.array(z.tuple([z.number(), z.string()])),
});

export const pressSchema = z.object({
  workbookId: z.string(),
  sheetName: z.string(),
  /** Local time for people, "14:02". */
  pressedAt: z.string(),
  /** Cancelled before it was answered: from then on nothing but the cancelling is sent. */
  isGivenUp: z.boolean().default(false),
  request: batchRequestSchema,
  place: placeSchema,
  /** Rows that were refused in the preview and never sent; they are painted all the same. */
  unsent: z.array(problemSchema),
});
export type Press = z.infer<typeof pressSchema>;

export interface Outbox {
  put(press: Press): void;
  remove(key: string): void;
  unfinished(workbookId: string): readonly Press[];
  isGivenUp(key: string): boolean;
}

const NAME = "mo-planner.outbox";

/** Where there is no storage (private windows), it lasts as long as the pane. */
export function createOutbox(storage: Storage | null): Outbox {
  let memory: readonly Press[] = read(storage);
  const write = (presses: readonly Press[]): void => {
    memory = presses;
    try {
      storage?.setItem(NAME, JSON.stringify(presses));
    } catch {
      // A full or forbidden storage leaves the copy in memory; the key still serves every retry of this pane.
    }
  };
  return {
    put: (press) => write([...memory.filter((other) => other.request.key !== press.request.key), press]),
    remove: (key) => write(memory.filter((press) => press.request.key !== key)),
    isGivenUp: (key) => memory.some((press) => press.request.key === key && press.isGivenUp),
    unfinished: (workbookId) => memory.filter((press) => press.workbookId === workbookId),
  };
}

function read(storage: Storage | null): readonly Press[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(NAME) ?? "[]");
    return z.array(pressSchema).catch([]).parse(stored);
  } catch {
    return [];
  }
}
