/** The imported line that a row is for. A row that can be for several, or names one that is not there, is asked about (R2). */
import type { DraftLine } from "../row/draft-line.ts";
import { problemAt, type ProblemCode, type ProblemDetail } from "../row/problem.ts";
import { codeKey, type Facts } from "./facts.ts";
import { documentKey, documentKinds, isOfDocument, lineKey, type KnownLine } from "./known-line.ts";

export interface FoundLine {
  /** Null for a row that is for no imported line. */
  readonly known: KnownLine | null;
  readonly problems: readonly ProblemDetail[];
}

const NONE: FoundLine = { known: null, problems: [] };

type NamedRow = Pick<DraftLine, "kind" | "document" | "line" | "item">;

/**
 * By its line number, or by its item. A row of a document that wants an item none of its lines is for, such as a
 * sub-assembly, is for no line. Rows that do not say what kind of document they name are for a line only when it fits.
 */
export function findLine(row: NamedRow, { documents, itemsByCode }: Facts): FoundLine {
  if (row.document.trim() === "") return NONE;
  const items = new Set((itemsByCode.get(codeKey(row.item)) ?? []).map((item) => item.id));
  const lines = linesOf(row, documents);
  const fitting = linesFor(row, { items, lines });
  const [known] = fitting;
  const isNamed = row.line.trim() !== "";
  if (known === undefined)
    return isNamed && isOfDocument(row.kind) && lines.length > 0 ? refused(row, "line-unknown", lines) : NONE;
  if (fitting.some(({ kind }) => kind !== known.kind)) return ofBothKinds(row);
  if (fitting.length > 1) return refused(row, "line-ambiguous", fitting);
  if (known.unconverted === null) return { known, problems: [] };
  const params = { document: known.document, unit: known.unconverted, stockUnit: known.unit };
  return {
    known,
    problems: [problemAt({ field: "line", value: known.line }, "line-unit-unknown", { params })],
  };
}

/** Of the documents it can mean. */
export function linesOf(
  { kind, document }: Pick<NamedRow, "kind" | "document">,
  documents: Facts["documents"],
): readonly KnownLine[] {
  const kinds = isOfDocument(kind) ? [kind] : documentKinds;
  return kinds.flatMap((one) => documents.get(documentKey(one, document)) ?? []);
}

interface Among {
  /** The row's item may be any of them. */
  readonly items: ReadonlySet<number>;
  readonly lines: readonly KnownLine[];
}

/** Those of the lines that a row can be for. */
export function linesFor(
  { kind, line }: Pick<NamedRow, "kind" | "line">,
  { items, lines }: Among,
): readonly KnownLine[] {
  const ofItem = lines.filter(({ itemId }) => items.has(itemId));
  if (line.trim() === "") return ofItem;
  return linesNumbered(line, isOfDocument(kind) ? lines : ofItem);
}

/** As written, or else as numbers: sheets lose and add leading zeros (R46). */
function linesNumbered(line: string, lines: readonly KnownLine[]): readonly KnownLine[] {
  const exact = lines.filter((known) => codeKey(known.line) === codeKey(line));
  return exact.length > 0 ? exact : lines.filter((known) => lineKey(known.line) === lineKey(line));
}

/** Its number is that of a sales order and of a purchase order: which is meant says nobody. */
function ofBothKinds({ document }: NamedRow): FoundLine {
  const at = { field: "document", value: document.trim() } as const;
  return { known: null, problems: [problemAt(at, "document-ambiguous")] };
}

const MOST_NAMED = 10;

function refused(row: NamedRow, code: ProblemCode, lines: readonly KnownLine[]): FoundLine {
  const named = lines.slice(0, MOST_NAMED).map(({ line }) => line);
  const params = {
    document: row.document.trim(),
    item: row.item.trim(),
    lines: [...named, ...(lines.length > MOST_NAMED ? ["…"] : [])].join(", "),
  };
  return { known: null, problems: [problemAt({ field: "line", value: row.line.trim() }, code, { params })] };
}
