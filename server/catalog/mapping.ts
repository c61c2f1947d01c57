/** How another system's export is read as our files, without being edited. docs/catalog-import.md explains it. */
import { z } from "zod";
import { importTargets, type ImportTarget } from "../../shared/wire/catalog.ts";
import { catalogColumns } from "./columns.ts";

interface NamedColumn {
  column: string;
  values?: Record<string, string> | undefined;
  otherwise?: string | undefined;
}

const columnSource = z.union([
  z.string().transform((column): NamedColumn => ({ column })),
  z.strictObject({
    column: z.string(),
    /** From what the file says to what we say; a value that is not named stays as it is. */
    values: z.record(z.string(), z.string()).optional(),
    /** What every value that `values` does not name becomes. */
    otherwise: z.string().optional(),
  }),
  z.strictObject({ constant: z.string() }),
]);
export type ColumnSource = z.infer<typeof columnSource>;

const rowFilter = z.strictObject({
  column: z.string(),
  /** Keep rows whose cell is one of these. */
  oneOf: z.array(z.string()).optional(),
  /** Keep rows whose cell is a number above this. */
  above: z.number().optional(),
});
export type RowFilter = z.infer<typeof rowFilter>;

const fileMapping = z
  .strictObject({
    target: z.enum(importTargets),
    /** The source file or sheet. */
    file: z.string(),
    columns: z.record(z.string(), columnSource),
    where: rowFilter.optional(),
    /** For dates such as 03/04/2027; dates as 2027-03-04 need nothing. */
    dateOrder: z.enum(["month-first", "day-first"]).optional(),
  })
  .superRefine(({ target, columns }, context) => {
    for (const column of Object.keys(columns)) {
      if (Object.hasOwn(catalogColumns[target], column)) continue;
      context.addIssue({
        code: "custom",
        path: ["columns", column],
        message: `${target} has no column "${column}"`,
      });
    }
  });
export type FileMapping = z.infer<typeof fileMapping>;

export const mappingSchema = z.strictObject({ files: z.array(fileMapping).min(1) });
export type Mapping = z.infer<typeof mappingSchema>;

/** Without a mapping, files are called after their target and columns after ours. */
export function plainMapping(target: ImportTarget, file: string): FileMapping {
  const columns = Object.keys(catalogColumns[target]).map((name) => [name, { column: name }] as const);
  return { target, file, columns: Object.fromEntries(columns) };
}

/** "work_centers.csv", "Work Centers" and "work-centers" are the same name. */
export function plainName(name: string): string {
  return name
    .replace(/\.(csv|txt|tsv)$/i, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
