/**
 * The one validator: the same verdict for one row and for ten thousand, whoever asks (R14). Draft lines and
 * facts go in, demand lines and problems come out; every row is named in exactly one of the two.
 */
import { checkItem, type CheckedItem } from "./check-item.ts";
import { checkNeedDate, type NeedDateRules } from "./check-need-date.ts";
import { checkAmount } from "./check-amount.ts";
import type { CoverageRules } from "./check-coverage.ts";
import { checkChoices } from "./check-choices.ts";
import { checkStore } from "./check-store.ts";
import { completeLine } from "./complete-line.ts";
import type { ChosenForOrder, DemandLine } from "./demand-line.ts";
import type { DraftLine, UnreadField } from "../row/draft-line.ts";
import type { Facts } from "./facts.ts";
import { findLine } from "./find-line.ts";
import type { KnownLine } from "./known-line.ts";
import { RepeatedRows } from "./repeated-rows.ts";
import { RowUnits } from "./row-units.ts";
import type { Decimal } from "../quantity/decimal.ts";
import { problemAt, type Problem, type ProblemDetail } from "../row/problem.ts";

export interface CheckRules extends NeedDateRules, CoverageRules {
  /** Whether a row that repeats an earlier one is refused or kept as a need of its own. */
  readonly duplicateRows: "refuse" | "keep";
}

export type CheckedLine =
  | { readonly ok: true; readonly demand: DemandLine; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly row: number; readonly problems: readonly Problem[] };

/** Longest text read of each field; longer ones are a column of something else. */
export const LONGEST_TEXT = {
  item: 200,
  quantity: 100,
  unit: 100,
  store: 200,
  needDate: 100,
  document: 100,
  line: 100,
  notes: 1000,
  bom: 100,
  revision: 100,
  location: 100,
} as const;
const measured = ["item", "quantity", "unit", "store", "needDate", "document", "line", "notes"] as const;
const measuredChoices = ["bom", "revision", "location"] as const;
const SHOWN = 40;

export function checkLines(
  lines: readonly DraftLine[],
  facts: Facts,
  rules: CheckRules,
): readonly CheckedLine[] {
  return lines.map(lineCheck(facts, rules));
}

/** For one line at a time, in their order: each is looked at beside those before it. */
export function lineCheck(facts: Facts, rules: CheckRules): (line: DraftLine) => CheckedLine {
  const repeated = rules.duplicateRows === "refuse" ? new RepeatedRows() : null;
  const units = new RowUnits(facts);
  return (line) => {
    const unread = [...(line.unread ?? []).map(unreadProblem), ...checkLengths(line)];
    if (unread.length > 0) return refusedLine(line, unread);
    const { known, problems: found } = findLine(line, facts);
    const complete = completeLine(line, known, rules);
    const checked = checkLine(complete, { facts, rules, units, problems: found, known });
    const earlier = checked.ok ? (repeated?.earlierThan(checked.demand) ?? null) : null;
    return earlier === null ? checked : repeats(line, earlier);
  };
}

interface Known {
  readonly facts: Facts;
  readonly rules: CheckRules;
  readonly units: RowUnits;
  /** Found already. */
  readonly problems: readonly ProblemDetail[];
  /** The imported line it is for. */
  readonly known: KnownLine | null;
}

function checkLine(line: DraftLine, { facts, rules, units, problems, known }: Known): CheckedLine {
  const item = checkItem(line.item, facts, line.kind);
  const amount = checkAmount(line, item.ok ? item.item : null, units);
  const store = checkStore(line.store, facts);
  const needDate = checkNeedDate(line.needDate, rules);
  if (known !== null && item.ok && item.item.id !== known.itemId) return otherItem(line, known);
  const atRow = (problem: ProblemDetail): Problem => ({ row: line.row, ...problem });
  if (item.ok && amount.ok && store.ok && needDate.ok && problems.length === 0) {
    const choices = checkChoices(line.order, { item: item.item, store: store.store });
    if (!choices.ok) return { ok: false, row: line.row, problems: choices.problems.map(atRow) };
    const demand: DemandLine = {
      row: line.row,
      kind: line.kind,
      item: item.item,
      quantity: amount.quantity,
      store: store.store,
      needDate: needDate.needDate,
      document: line.document.trim(),
      line: line.line.trim(),
      notes: line.notes.trim(),
    };
    const warnings = [...amount.warnings, ...(line.ignored ?? []).map(ignoredField)].map(atRow);
    const details = { known, exact: amount.exact, chosen: choices.chosen };
    return { ok: true, demand: withDetails(demand, details), warnings };
  }
  const of = (checked: { ok: true } | { ok: false; problem: ProblemDetail }): readonly ProblemDetail[] =>
    checked.ok ? [] : [checked.problem];
  const ofAmount = amount.ok ? [] : amount.problems;
  // A bought item is made in no store and on no day: what else is wrong with its row is beside the point.
  const rest = isBought(item) ? [] : [...ofAmount, ...of(store), ...of(needDate)];
  return { ok: false, row: line.row, problems: [...problems, ...of(item), ...rest].map(atRow) };
}

function isBought(item: CheckedItem): boolean {
  return !item.ok && item.problem.code === "item-not-made";
}

interface Details {
  readonly known: KnownLine | null;
  readonly exact: Decimal | null;
  readonly chosen: ChosenForOrder | null;
}

/** Most rows have none: theirs are not copied. */
function withDetails(demand: DemandLine, { known, exact, chosen }: Details): DemandLine {
  if (known === null && exact === null && chosen === null) return demand;
  return {
    ...demand,
    ...(known !== null && { known }),
    ...(exact !== null && { exact }),
    ...(chosen !== null && { chosen }),
  };
}

function otherItem({ row, item }: DraftLine, known: KnownLine): CheckedLine {
  const params = { document: known.document, line: known.line, item: known.item };
  const problem = problemAt({ field: "item", value: item }, "line-of-other-item", { params });
  return { ok: false, row, problems: [{ row, ...problem }] };
}

function repeats({ row, item }: DraftLine, first: number): CheckedLine {
  const problem = problemAt({ field: "item", value: item }, "duplicate-row", {
    params: { first: String(first) },
  });
  return { ok: false, row, problems: [{ row, ...problem }] };
}

function refusedLine({ row }: DraftLine, problems: readonly ProblemDetail[]): CheckedLine {
  return { ok: false, row, problems: problems.map((problem) => ({ row, ...problem })) };
}

const KNOWN_FIELDS =
  "row, kind, item, quantity, unit, store, needDate, document, line, notes (the MO's memo) and order, which has bom, revision, location and priority";

function ignoredField(name: string): ProblemDetail {
  const params = { known: KNOWN_FIELDS };
  return problemAt({ field: "notes", value: name }, "field-ignored", { severity: "warning", params });
}

function unreadProblem({ field, value, wanted }: UnreadField): ProblemDetail {
  if (field === "quantity") return problemAt({ field, value }, "quantity-unreadable");
  return problemAt({ field, value }, "field-unreadable", { params: { wanted } });
}

function checkLengths(line: DraftLine): readonly ProblemDetail[] {
  const { order } = line;
  const texts = measured.map((field) => ({ field, text: line[field] ?? "" }));
  const chosen =
    order === undefined ? [] : measuredChoices.map((field) => ({ field, text: order[field] ?? "" }));
  return [...texts, ...chosen]
    .filter(({ field, text }) => text.trim().length > LONGEST_TEXT[field])
    .map(({ field, text }) =>
      problemAt({ field, value: `${text.slice(0, SHOWN)}…` }, "text-too-long", {
        params: { limit: String(LONGEST_TEXT[field]) },
      }),
    );
}
