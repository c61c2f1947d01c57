/** A press of Create that is not finished: of rows of a sheet, or of the New MO form. */
import { z } from "zod";
import { batchRequestSchema } from "../../../shared/wire/batch.ts";
import { problemSchema } from "../../../shared/wire/lines.ts";

const foundColumn = z.object({ column: z.number(), heading: z.string() });

const placeSchema = z.object({
  sheetId: z.string(),
  tableId: z.string().nullable(),
  headingRow: z.number(),
  firstColumn: z.number(),
  lastColumn: z.number(),
  columns: z.partialRecord(
    z.enum(["item", "quantity", "unit", "store", "needDate", "document", "line", "notes", "orderNumber"]),
    foundColumn,
  ),
  identities: z.array(z.tuple([z.number(), z.string()])),
});

export const sheetPressSchema = z.object({
  /** Its key is born with the press, and all its retries use it again. */
  request: batchRequestSchema,
  workbookId: z.string(),
  sheetName: z.string(),
  /** Local time for people, "14:02". */
  pressedAt: z.string(),
  /** Cancelled before it was answered: from then on nothing but the cancelling is sent. */
  isCancelled: z.boolean(),
  place: placeSchema,
  /** Rows that were refused in the preview and never sent; they are painted all the same. */
  unsent: z.array(problemSchema),
});
export type SheetPress = z.infer<typeof sheetPressSchema>;

export const formPressSchema = z.object({ request: batchRequestSchema, workbookId: z.string() });
export type FormPress = z.infer<typeof formPressSchema>;
