/** What people read about a row of a catalog file that could not be imported. English; the only place with these words. */
import type { ImportProblemCode } from "../../shared/wire/catalog.ts";

interface Place {
  readonly file: string;
  readonly column: string;
  readonly value: string;
}

type Sentence = (place: Place, detail: string) => { readonly message: string; readonly fix: string };

const sentences: Record<ImportProblemCode, Sentence> = {
  "file-missing": ({ file }) => ({
    message: `There is no file "${file}".`,
    fix: "Add it, or correct the mapping.",
  }),
  "file-unreadable": ({ file }, why) => ({
    message: `"${file}" cannot be read: ${why}.`,
    fix: "Save it again as UTF-8 CSV or .xlsx.",
  }),
  "file-empty": ({ file }) => ({ message: `"${file}" has no rows.`, fix: "Export it again." }),
  "column-missing": ({ column }) => ({
    message: `There is no column "${column}".`,
    fix: "Add the column, or name yours in a mapping.",
  }),
  "file-unknown": ({ file }) => ({
    message: `"${file}" is not a file the import knows.`,
    fix: "Name it after its content, or use a mapping.",
  }),
  "value-missing": ({ column }) => ({ message: `"${column}" is empty.`, fix: "Fill it in." }),
  "value-unreadable": ({ column, value }) => ({
    message: `"${value}" does not fit the column "${column}".`,
    fix: "See the column's description for what it accepts.",
  }),
  "value-too-low": ({ column, value }) => ({
    message: `${value} is too low for "${column}".`,
    fix: "Correct the value.",
  }),
  "code-damaged": ({ value }) => ({
    message: `"${value}" is a code that a spreadsheet turned into a number.`,
    fix: "Format the column as text and export again.",
  }),
  "reference-unknown": ({ column, value }) => ({
    message: `"${value}" in "${column}" is unknown.`,
    fix: "Import it first, or correct it.",
  }),
  "duplicate-row": (_place, first) => ({
    message: `The row repeats row ${first}.`,
    fix: "Keep only one of the two.",
  }),
  "bom-cycle": (_place, loop) => ({
    message: `The bill of materials contains itself: ${loop}.`,
    fix: "Break the loop.",
  }),
  "bom-incomplete": (_place, row) => ({
    message: `Another line of this bill of materials (row ${row}) was refused.`,
    fix: "Correct that row; a bill of materials is imported whole or not at all.",
  }),
};

export function importSentence(code: ImportProblemCode, place: Place, detail: string) {
  return sentences[code](place, detail);
}
