/** Every column of every catalog file: a flat catalogue. docs/catalog-import.md is held against it by a test. */
import type { ImportTarget } from "../../shared/wire/catalog.ts";

/** text: as it stands. amount: exact decimal, not below 0. whole: a count. day: calendar date. truth: yes or no. */
export type ColumnKind = "text" | "amount" | "whole" | "day" | "truth";

export interface Column {
  readonly kind: ColumnKind;
  /** Missing means the column must be there and filled. */
  readonly otherwise?: string;
}

const text: Column = { kind: "text" };
const textOr = (otherwise: string): Column => ({ kind: "text", otherwise });
const amountOr = (otherwise: string): Column => ({ kind: "amount", otherwise });
const wholeOr = (otherwise: string): Column => ({ kind: "whole", otherwise });
const truthOr = (otherwise: "yes" | "no"): Column => ({ kind: "truth", otherwise });
const anyDay: Column = { kind: "day", otherwise: "" };
const amount: Column = { kind: "amount" };

const demandColumns = {
  document: text,
  line: text,
  item: text,
  store: textOr(""),
  quantity: amount,
  done: amountOr("0"),
  unit: textOr(""),
  needDate: anyDay,
  status: textOr("released"),
  party: textOr(""),
  notes: textOr(""),
} as const;

export const catalogColumns = {
  units: { code: text, description: textOr(""), decimals: wholeOr("0") },
  calendars: { code: text, weekdays: textOr("1111100"), hoursPerDay: amountOr("8") },
  "calendar-days": { calendar: text, day: { kind: "day" }, hours: amountOr("0") },
  stores: {
    code: text,
    name: textOr(""),
    calendar: textOr(""),
    makes: truthOr("yes"),
    default: truthOr("no"),
  },
  locations: { store: textOr(""), code: text, name: textOr(""), output: truthOr("no") },
  "work-centers": {
    store: textOr(""),
    code: text,
    name: textOr(""),
    calendar: textOr(""),
    weeklyHours: amountOr(""),
    capacity: amountOr("1"),
    costRate: amountOr("0"),
  },
  items: {
    number: text,
    description: textOr(""),
    unit: textOr("EA"),
    make: truthOr("no"),
    buy: truthOr("no"),
    active: truthOr("yes"),
    reorderPoint: amountOr(""),
    reorderQuantity: amountOr(""),
    leadTimeDays: wholeOr("0"),
  },
  "item-aliases": { item: text, alias: text, kind: textOr("alternate") },
  "item-stores": { item: text, store: text, reorderPoint: amountOr(""), reorderQuantity: amountOr("") },
  "unit-conversions": { item: textOr(""), from: text, to: text, factor: amount },
  boms: {
    item: text,
    bom: textOr("Standard"),
    revision: textOr("1"),
    default: truthOr("yes"),
    revisionFrom: anyDay,
    revisionTo: anyDay,
    output: amountOr("1"),
    component: text,
    quantity: amount,
    unit: textOr(""),
    fixed: truthOr("no"),
    scrapPercent: amountOr("0"),
    phantom: truthOr("no"),
    validFrom: anyDay,
    validTo: anyDay,
    instruction: textOr(""),
  },
  routings: {
    item: text,
    bom: textOr("Standard"),
    revision: textOr("1"),
    position: { kind: "whole" },
    store: textOr(""),
    workCenter: text,
    resource: textOr(""),
    setupMinutes: amountOr("0"),
    runMinutes: amountOr("0"),
    instruction: textOr(""),
  },
  stock: {
    item: text,
    store: textOr(""),
    location: textOr(""),
    available: amount,
    notAvailable: amountOr("0"),
    allocated: amountOr("0"),
  },
  "sales-orders": demandColumns,
  "purchase-orders": demandColumns,
} as const satisfies Record<ImportTarget, Record<string, Column>>;

export type ColumnsOf<Target extends ImportTarget> = keyof (typeof catalogColumns)[Target] & string;

/** The values of one row, checked for their kind and in canonical text; "" where the row leaves an optional one out. */
export type Fields<Target extends ImportTarget> = Readonly<Record<ColumnsOf<Target>, string>>;
