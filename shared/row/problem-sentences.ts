/** What people read about a problem: one sentence and what to do. English; the only place with these words. */
import type { DraftField } from "./draft-line.ts";
import type { ProblemCode, ProblemDetail } from "./problem.ts";
import { sentenceEnd } from "./sentence-end.ts";

export interface ProblemSentence {
  readonly message: string;
  readonly fix: string;
}

type Sentence = (value: string, params: Readonly<Record<string, string>>) => ProblemSentence;

export const fieldWords: Record<DraftField, string> = {
  item: "Item",
  quantity: "Quantity",
  store: "Store",
  needDate: "Need date",
  document: "Document",
  line: "Line",
  notes: "Notes",
  orderNumber: "MO",
  bom: "BOM",
  revision: "Revision",
  location: "Location",
  priority: "Priority",
  kind: "Kind",
  unit: "Unit",
};

export function problemSentence(problem: Pick<ProblemDetail, "code" | "value" | "params">): ProblemSentence {
  return sentences[problem.code](problem.value, problem.params);
}

/** The advice about what is only told. */
export const NOTHING_TO_DO = "Nothing to do.";

const say = (message: string, fix: string): ProblemSentence => ({ message, fix });

const sentences: Record<ProblemCode, Sentence> = {
  "item-missing": () => say("This row has no item.", "Enter an item number."),
  "item-unknown": (value, { suggestion }) =>
    suggestion === undefined
      ? say(`There is no item "${value}".`, "Check the item number, or have the item imported.")
      : say(
          `There is no item "${value}".`,
          `Did you mean "${suggestion}"? Enter it as text to keep its leading zeros.`,
        ),
  "item-ambiguous": (value, { items }) =>
    say(`"${value}" matches several items: ${items ?? ""}.`, "Enter the item number you mean."),
  "item-inactive": (value) => say(`Item "${value}" is no longer in use.`, "Use the item that replaced it."),
  "item-code-damaged": (value) =>
    say(
      `"${value}" is a long code that the spreadsheet turned into a number, so digits were lost.`,
      "Format the column as text and paste the code again.",
    ),
  "item-not-made": (value, { kind }) =>
    kind === "purchase-order"
      ? say(`Item "${value}" is bought, not made here: the line stays a purchase.`, "Leave the row out.")
      : say(`Item "${value}" is bought, not made here.`, "Buy it, or have it set up as a made item."),
  "bom-missing": (value) => say(`Item "${value}" has no bill of materials.`, "Have one set up and released."),
  "bom-not-valid": (value, { day, revision }) =>
    revision === undefined
      ? say(
          `No bill of materials of item "${value}" is valid on ${day ?? "that day"}.`,
          "Change the need date, or have a revision released.",
        )
      : say(
          `${revision} is not valid on ${day ?? "that day"}, when work would begin.`,
          "Change the need date, or choose a revision that is valid then.",
        ),
  "bom-cycle": (value, { loop }) =>
    say(
      `The bill of materials of "${value}" contains itself: ${loop ?? ""}.`,
      "Have the bill of materials corrected.",
    ),
  "bom-line-skipped": (value, { position, quantity }) =>
    say(
      `Component "${value}" (line ${position ?? "?"}) has a quantity of ${quantity ?? "0"} and is left out.`,
      "Have the bill of materials checked.",
    ),
  "phantom-not-exploded": (value) =>
    say(
      `Phantom "${value}" has no bill of materials valid that day, so it is taken as a material itself.`,
      "Have its bill of materials checked.",
    ),
  "unit-not-converted": (_value, { component, unit, stockUnit }) =>
    say(
      `${component ?? "A component"} is needed in ${unit ?? "a unit"} but stocked in ${stockUnit ?? "another"}, and no conversion between the two is known.`,
      "Have a unit conversion imported. Until then its availability is unknown.",
    ),
  "takes-too-long": (value) =>
    say(
      `Making this quantity of "${value}" would take more than ten years.`,
      "Check the quantity, the run times and the lead time.",
    ),
  "quantity-missing": () => say("This row has no quantity.", "Enter how many to make."),
  "quantity-unreadable": (value) =>
    say(`"${value}" is not a quantity.`, "Enter just a number, such as 12 or 2.5."),
  "quantity-zero": () => say("The quantity is 0.", "Enter how many to make, or leave the row out."),
  "quantity-negative": (value) => say(`The quantity ${value} is below 0.`, "Enter a quantity above 0."),
  "quantity-too-large": (value, { limit, rows }) =>
    rows === undefined
      ? say(
          `The quantity ${value} is more than one MO may be for (${limit ?? ""}).`,
          "Check the column, or split the row.",
        )
      : say(
          `Rows ${listed(rows)} together are ${value}, more than one MO may be for (${limit ?? ""}).`,
          "Check the column, or merge fewer rows.",
        ),
  "component-too-large": (value, { component, needed, unit, limit }) =>
    say(
      `${value} would take ${needed ?? ""} ${unit ?? ""} of ${component ?? "a component"}, more than one MO may take (${limit ?? ""}).`,
      "Have the quantity in the bill of materials checked, or make fewer.",
    ),
  "quantity-rounded": (value, { rounded, unit }) =>
    say(
      `${value} is rounded up to ${rounded ?? ""} ${unit ?? ""}.`,
      "Change the quantity if that is not what you want.",
    ),
  "store-missing": () => say("This row has no store, and there is no default store.", "Enter a store."),
  "store-unknown": (value, { stores = "" }) =>
    say(
      `There is no store "${value}".`,
      stores === "" ? "Enter a store that exists." : `Choose one of: ${stores}.`,
    ),
  "store-not-making": (value) =>
    say(`Store "${value}" only holds stock; nothing is made there.`, "Enter a store that makes items."),
  "need-date-unreadable": (value) => say(`"${value}" is not a date.`, "Enter a date such as 2027-03-31."),
  "need-date-ambiguous": (value) =>
    say(
      `"${value}" could be read with the day or the month first.`,
      "Choose the order of day and month, or enter the date as 2027-03-31.",
    ),
  "need-date-past": (value, { today }) =>
    say(
      `The need date ${value} has passed (today is ${today ?? ""}).`,
      "Enter a later date, or choose to make past-due rows as soon as possible.",
    ),
  "need-date-moved": (value, { need = "", rows = "" }) =>
    say(
      need === ""
        ? `Made as soon as possible, not for ${value}: it is merged with ${rowsNamed(rows)}, which ${rows.includes(",") ? "have" : "has"} no need date.`
        : `Made for ${need}, not for ${value}: it is merged with ${rowsNamed(rows)}.`,
      "Merge rows of the same day only, if that is too early.",
    ),
  late: (value, { due, days }) =>
    say(
      `Finished on ${due ?? ""}, ${days ?? ""} ${days === "1" ? "day" : "days"} after the need date (${value}).`,
      "Tell whoever is waiting for it, or have it made elsewhere.",
    ),
  "field-ignored": (value, { known }) =>
    say(`"${value}" is not a field of a row and was ignored.`, `The fields of a row are ${known ?? ""}.`),
  "text-too-long": (_value, { limit }) =>
    say(`The text is longer than ${limit ?? ""} characters.`, "Shorten it."),
  "field-unreadable": (value, { wanted }) =>
    say(`${value} is not ${wanted ?? "what stands here"}.`, `Send ${wanted ?? "what stands here"}.`),
  "cell-error": (value) =>
    say(`The cell shows the error ${value}.`, "Correct the formula, or enter the value."),
  "duplicate-row": (_value, { first }) =>
    say(
      `This row repeats row ${first ?? ""}.`,
      "Delete it, tell the rows apart by document and line, or choose to keep repeated rows.",
    ),
  "already-made": (value) =>
    say(`This row already has ${value}.`, "Clear the MO cell only if you want another MO."),
  "order-number-damaged": (value) =>
    say(
      `"${value}" is not an MO number: its check digit is wrong.`,
      "Put the right number back, or clear the cell.",
    ),
  "plan-changed": (_value, params) =>
    say(
      `The plan has changed since the preview: ${changesTold(params)}.`,
      "Check the new preview, then press Create again.",
    ),
  "press-refused": (value) => say(value, "Correct it, then press Create again."),
  "press-cancelled": () =>
    say("Cancelled: nothing was created for this row.", "Select it and press Create again."),
  "bom-unknown": (value, { item, boms }) =>
    say(`${item ?? "The item"} has no bill of materials "${value}".`, `Choose one of: ${boms ?? ""}.`),
  "revision-unknown": (value, { revisions }) =>
    say(`The bill of materials has no revision "${value}".`, `Choose one of: ${revisions ?? ""}.`),
  "revision-ambiguous": (value, { revisions }) =>
    say(
      `Several bills of materials have a revision "${value}".`,
      `Say which bill of materials, too: ${revisions ?? ""}.`,
    ),
  "location-unknown": (value, { store, locations }) =>
    say(`Store ${store ?? ""} has no location "${value}".`, `Choose one of: ${locations ?? ""}.`),
  "demand-closed": (value, { document, status }) =>
    say(`Line ${value} of ${document ?? ""} is ${status ?? "closed"}.`, "Leave the row out."),
  "line-of-other-item": (value, { document, line, item }) =>
    say(
      `Line ${line ?? ""} of ${document ?? ""} is for ${item ?? "another item"}, not for "${value}".`,
      "Enter the line's own item, or the right line number.",
    ),
  "line-unknown": (value, { document, lines }) =>
    say(`${document ?? "The document"} has no line "${value}".`, `Enter one of its lines: ${lines ?? ""}.`),
  "line-ambiguous": (_value, { document, item, lines }) =>
    say(
      `Several lines of ${document ?? "the document"} are for "${item ?? ""}".`,
      `Enter the number of the line you mean: ${lines ?? ""}.`,
    ),
  "line-unit-unknown": (value, { document, unit, stockUnit }) =>
    say(
      `Line ${value} of ${document ?? ""} is in ${unit ?? "a unit"}, and no conversion to ${stockUnit ?? "the stock unit"} is known.`,
      "Have a unit conversion imported.",
    ),
  "already-covered": (value, figures) =>
    say(
      isAllThere(value, figures)
        ? `${coverageWords(figures)}: nothing is left to make.`
        : `${coverageWords(figures)}, so ${value} ${figures["unit"] ?? ""} would be too many.`,
      coverageFix(figures),
    ),
  "quantity-reduced": (value, figures) =>
    say(
      `${coverageWords(figures)}, so ${figures["remaining"] ?? ""} ${figures["unit"] ?? ""} will be made instead of ${value}.`,
      NOTHING_TO_DO,
    ),
  "over-covered": (_value, figures) =>
    say(`${coverageWords(figures)}; made anyway: ${sentenceEnd(figures["reason"])}`, NOTHING_TO_DO),
  "dynamic-needs-line": () =>
    say(
      "A dynamic MO follows a sales-order line, and this row does not name an imported one.",
      "Name an imported sales order and its line, or create a regular MO.",
    ),
  "document-ambiguous": (value) =>
    say(
      `"${value}" is a sales order and a purchase order, and the row does not say which one it is for.`,
      'Head the column of its number "SO Number" or "PO Number" (in the API: kind sales-order or purchase-order).',
    ),
  "unit-converted": (value, { quantity, from, converted, unit, item }) =>
    say(
      `${quantity ?? value} ${from ?? ""} = ${converted ?? ""} ${unit ?? ""}, the stock unit of ${item ?? "the item"}.`,
      NOTHING_TO_DO,
    ),
  "quantity-unit-unknown": (value, { item, unit, units }) =>
    say(
      `Nothing says how many ${unit ?? "of the stock unit"} of ${item ?? "the item"} one "${value}" is.`,
      `Give the quantity in ${(units ?? unit ?? "the stock unit").replace(/, (?=[^,]*$)/, " or ")}, or have a unit conversion imported.`,
    ),
};

/** "quantity 24 is now 20; due 2027-03-19 is now 2027-03-22; and 2 more differences". */
function changesTold(params: Readonly<Record<string, string>>): string {
  const changes = ["", "2", "3", "4"].flatMap((at) => {
    const before = params[`before${at}`];
    return before === undefined ? [] : [`${before} is now ${params[`now${at}`] ?? ""}`];
  });
  const { more } = params;
  const others =
    more === undefined ? [] : [`and ${more} more ${more === "1" ? "difference" : "differences"}`];
  return [...changes, ...others].join("; ");
}

/** "2, 4 and 7". */
export function listed(rows: string): string {
  return rows.replace(/, (?=[^,]*$)/, " and ");
}

function rowsNamed(rows: string): string {
  return `${rows.includes(",") ? "rows" : "row"} ${listed(rows)}`;
}

/** "12 of 24 EA are on MO-0000013 (Ana)", with what was shipped or received already. */
function coverageWords(figures: Readonly<Record<string, string>>): string {
  const { kind, wanted, done, covered, unit, orders } = figures;
  if (figures["suggested"] !== undefined) return stockWords(figures);
  const of = `of ${wanted ?? ""} ${unit ?? ""}`;
  const shipped =
    done === undefined || done === "0" ? [] : [`${done} ${of} are ${doneWords[kind ?? ""] ?? "done"}`];
  const made = orders === undefined || orders === "" ? [] : [`${covered ?? ""} ${of} are on ${orders}`];
  const parts = [...shipped, ...made];
  return parts.length === 0 ? `The line is for ${wanted ?? ""} ${unit ?? ""}` : parts.join(", ");
}

/** "25 EA of SEAT-OAK will come from MO-0000013 (Ana), and 5 EA more are suggested for MAIN now". */
function stockWords({
  suggested = "0",
  item,
  store,
  covered,
  unit,
  orders,
}: Readonly<Record<string, string>>): string {
  const more = suggested === "0" ? "nothing more is" : `${suggested} ${unit ?? ""} more are`;
  return `${covered ?? ""} ${unit ?? ""} of ${item ?? "it"} will come from ${orders ?? ""}, and ${more} suggested for ${store ?? "the store"} now`;
}

/** What became of what a line has no more need of. */
const doneWords: Readonly<Record<string, string>> = {
  "sales-order": "shipped",
  "purchase-order": "received",
};

/** Nobody asked for a number of their own. */
function isAllThere(value: string, { wanted, remaining }: Readonly<Record<string, string>>): boolean {
  return value === wanted && remaining === "0";
}

function coverageFix({ remaining, suggested, unit, reason }: Readonly<Record<string, string>>): string {
  const more = "make it anyway and say why";
  if (reason === "")
    return "No more is made without a reason: say why (in the API: rules.overReason), or leave the row out.";
  if (remaining === undefined || remaining === "0") return `Leave the row out, or choose to ${more}.`;
  const rest = suggested === undefined ? "left" : "suggested";
  return `Choose to make only the ${remaining} ${unit ?? ""} that are ${rest}, or to ${more}.`;
}
