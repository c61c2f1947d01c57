/** Rows of a sheet become draft lines: headings found, columns chosen, blank and total rows left out, nothing guessed. */
import { parseDate } from "../quantity/parse-date.ts";
import { looksLikeMoNumber, parseMoNumber } from "../row/mo-number.ts";
import { draftFields, type DraftField, type DraftLine } from "../row/draft-line.ts";
import { problemAt, type Problem } from "../row/problem.ts";
import { cellText, isBlank } from "./cell-text.ts";
import { chooseColumns, foundColumn, type Columns } from "./columns.ts";
import { findHeadingRow } from "./find-heading-row.ts";
import type { FoundColumn, Intake, IntakeChoices, IntakeQuestion, IntakeResult, MadeRow } from "./intake.ts";
import { readHeadings } from "./match-headings.ts";
import { readCell } from "./read-cells.ts";
import { identifyingFields, rowIdentity } from "./row-identity.ts";
import type { Cell, SheetRow, SheetRows } from "./sheet-rows.ts";

export function takeIn(read: SheetRows, choices: IntakeChoices): IntakeResult {
  const steps = takeInSteps(read, choices);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same, a few hundred rows a step: whoever draws a screen can do so between them. */
export function* takeInSteps(
  read: SheetRows,
  choices: IntakeChoices,
): Generator<undefined, IntakeResult, undefined> {
  const refused = (refusal: Extract<IntakeResult, { ok: false }>["refusal"]): IntakeResult => ({
    ok: false,
    refusal,
    sheet: read.sheet,
  });
  if (read.rows.length === 0) return refused("nothing-selected");
  const headingRow = findHeadingRow(read);
  if (headingRow === null) return refused("no-headings");
  const rows = read.rows.filter((row) => row.row > headingRow.row);
  const columns = chooseColumns(readHeadings(headingRow), rows, quantityIndex(read, choices));
  if (columns.fields.item === undefined) return refused("no-item-column");
  if (columns.fields.quantity === undefined) return refused("no-quantity-column");
  if (rows.length === 0) return refused("nothing-selected");
  if (repeatsHeadings(rows, headingRow)) return refused("two-level-file");
  return { ok: true, intake: yield* takeInRows(read, { headingRow, rows, columns }) };
}

function quantityIndex(read: SheetRows, { quantityColumn }: IntakeChoices): number | null {
  return quantityColumn === null ? null : quantityColumn - read.firstColumn;
}

/** The columns a row is known by: what it asks for, not what we or others note beside it. */
function identifyingIndexes({ fields }: Columns): readonly number[] {
  return identifyingFields.flatMap((field) => fields[field]?.index ?? []);
}

interface Understood {
  readonly headingRow: SheetRow;
  readonly rows: readonly SheetRow[];
  readonly columns: Columns;
}

const ROWS_A_STEP = 250;

function* takeInRows(
  read: SheetRows,
  { headingRow, rows, columns }: Understood,
): Generator<undefined, Intake, undefined> {
  const taken: TakenRow[] = [];
  const identities = new Map<number, string>();
  const skipped = { blank: 0, totals: 0, unasked: 0, hidden: read.hiddenRows };
  let firstUnasked: number | null = null;
  const identifying = identifyingIndexes(columns);
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    if (isBlankRow(row, columns)) skipped.blank += 1;
    else if (isTotalRow(row, columns)) skipped.totals += 1;
    else if (isUnasked(row, columns)) {
      skipped.unasked += 1;
      firstUnasked ??= row.row;
    } else {
      taken.push(takeInRow(row, columns));
      identities.set(row.row, rowIdentity(row.cells.map(cellText), identifying));
    }
  }
  return intakeOf(read, { headingRow, rows, columns }, { taken, identities, skipped, firstUnasked });
}

interface Taken extends Pick<Intake, "identities" | "skipped" | "firstUnasked"> {
  readonly taken: readonly TakenRow[];
}

function intakeOf(
  read: SheetRows,
  { headingRow, columns }: Understood,
  { taken, identities, skipped, firstUnasked }: Taken,
): Intake {
  const place = (heading: { index: number; text: string }): FoundColumn => ({
    column: read.firstColumn + heading.index,
    heading: heading.text,
  });
  return {
    sheet: read.sheet,
    tableId: read.table?.id ?? null,
    headingRow: headingRow.row,
    columns: mapValues(columns.fields, place),
    own: mapValues(columns.own, place),
    firstColumn: read.firstColumn,
    lastColumn: read.firstColumn + headingRow.cells.length - 1,
    ignoredHeadings: columns.ignored,
    lines: taken.flatMap((row) => (row.kind === "line" ? [row.line] : [])),
    identities,
    problems: taken.flatMap((row) => (row.kind === "refused" ? row.problems : [])),
    made: taken.flatMap((row) => (row.kind === "made" ? [row.made] : [])),
    skipped,
    firstUnasked,
    questions: questionsAbout(read, taken, columns),
  };
}

type TakenRow =
  | { readonly kind: "line"; readonly line: DraftLine }
  | { readonly kind: "made"; readonly made: MadeRow }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

function takeInRow(row: SheetRow, columns: Columns): TakenRow {
  const written = cellOf(row, columns, "orderNumber");
  const number = parseMoNumber(written);
  if (number !== null) return { kind: "made", made: { row: row.row, number } };
  if (looksLikeMoNumber(written)) {
    const damaged = problemAt({ field: "orderNumber", value: written }, "order-number-damaged");
    return { kind: "refused", problems: [{ row: row.row, ...damaged }] };
  }
  const texts = new Map<DraftField, string>();
  const problems: Problem[] = [];
  for (const field of draftFields) {
    const read = readCell(field, cellFor(field, row, columns), columns.isSigned);
    if ("text" in read) texts.set(field, read.text);
    else problems.push({ row: row.row, ...read.problem });
  }
  if (problems.length > 0) return { kind: "refused", problems };
  const text = (field: DraftField): string => texts.get(field) ?? "";
  const what = {
    item: text("item"),
    quantity: text("quantity"),
    store: text("store"),
    needDate: text("needDate"),
  };
  const whom = { document: text("document"), line: text("line"), notes: text("notes") };
  const unit = text("unit") === "" ? {} : { unit: text("unit") };
  return { kind: "line", line: { row: row.row, kind: columns.kind, ...what, ...unit, ...whom } };
}

function cellFor(field: DraftField, row: SheetRow, { fields, otherStore }: Columns): Cell | undefined {
  const cell = row.cells[fields[field]?.index ?? -1];
  const isBlankStore = field === "store" && (cell === undefined || isBlank(cell));
  return isBlankStore && otherStore !== null ? row.cells[otherStore.index] : cell;
}

function cellOf(row: SheetRow, columns: Columns, field: DraftField): string {
  const cell = row.cells[columns.fields[field]?.index ?? -1];
  return cell === undefined ? "" : cellText(cell).trim();
}

/** Blank when nothing but our own columns is filled. */
function isBlankRow(row: SheetRow, { own }: Columns): boolean {
  const ownIndexes = Object.values(own).map((heading) => heading.index);
  return row.cells.every((cell, index) => isBlank(cell) || ownIndexes.includes(index));
}

function isUnasked(row: SheetRow, columns: Columns): boolean {
  if (!columns.mayLackQuantity || cellOf(row, columns, "orderNumber") !== "") return false;
  return cellOf(row, columns, "quantity") === "";
}

const TOTAL = /^(sub|grand)?[\s-]*totals?\b|\btotals?:?$|^(sum|summe|gesamt|totaal)\b/i;

/** "Total", "Subtotal MAIN", "Grand total" in any cell of a row that names no other item, or in the item cell itself (R51). */
function isTotalRow(row: SheetRow, columns: Columns): boolean {
  const item = cellOf(row, columns, "item");
  if (item !== "") return TOTAL.test(item);
  return row.cells.some((cell) => TOTAL.test(cellText(cell).trim()));
}

/** A second heading row among the data: two lists in one, as some exports have. Refused, not guessed (domain trap 8). */
function repeatsHeadings(rows: readonly SheetRow[], headingRow: SheetRow): boolean {
  const first = knownHeadings(headingRow);
  if (first < FEWEST_HEADINGS) return false;
  const enough = Math.max(FEWEST_HEADINGS, first / 2);
  // A row with a number in it is data: said at once, because most rows have one and looking words up takes long.
  return rows.some((row) => !row.cells.some(isNumber) && knownHeadings(row) >= enough);
}

/** Fewer are chance. */
const FEWEST_HEADINGS = 2;

function knownHeadings(row: SheetRow): number {
  return readHeadings(row).filter(({ meaning }) => meaning !== null && meaning !== "neverRead").length;
}

function isNumber(cell: Cell): boolean {
  return cell.kind === "number" || (cell.kind === "text" && NUMBER.test(cell.text));
}

const NUMBER = /^-?\d[\d.,]*$/;

function questionsAbout(
  read: SheetRows,
  taken: readonly TakenRow[],
  columns: Columns,
): readonly IntakeQuestion[] {
  const place = (heading: Parameters<typeof foundColumn>[0]): FoundColumn =>
    foundColumn(heading, read.firstColumn);
  const lines = taken.flatMap((row) => (row.kind === "line" ? [row.line] : []));
  const ambiguous = lines.find((line) => parseDate(line.needDate, null).kind === "ambiguous");
  const { needDate, quantity } = columns.fields;
  const questions: IntakeQuestion[] = [];
  if (ambiguous !== undefined && needDate !== undefined) {
    questions.push({ kind: "date-order", column: place(needDate), example: ambiguous.needDate });
  }
  if (columns.otherQuantities.length > 0 && quantity !== undefined) {
    questions.push({
      kind: "quantity-column",
      taken: place(quantity),
      others: columns.otherQuantities.map(place),
    });
  }
  return questions;
}

function mapValues<Key extends string, From, To>(
  record: Partial<Record<Key, From>>,
  map: (value: From) => To,
): Partial<Record<Key, To>> {
  const mapped: Partial<Record<Key, To>> = {};
  for (const key in record) {
    const value = record[key];
    if (value !== undefined) mapped[key] = map(value);
  }
  return mapped;
}
