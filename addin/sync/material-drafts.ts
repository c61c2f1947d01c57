/** An order's materials as they are being edited, and what of it is to be sent. Pure. */
import type { LineProblem, Order } from "../../shared/wire/order.ts";
import type { MaterialChanges } from "../../shared/wire/order-work.ts";

type Material = Order["materials"][number];

export interface DraftLine {
  readonly key: string;
  /** As the service told it; null for a new line. */
  readonly seen: Material | null;
  readonly item: string;
  readonly quantity: string;
  readonly unit: string;
  readonly isRemoved: boolean;
  /** What the service said about the line when it was sent last. */
  readonly problems: readonly LineProblem[];
}

export type LineTexts = Pick<DraftLine, "item" | "quantity" | "unit">;

export function draftOf({ materials }: Pick<Order, "materials">): readonly DraftLine[] {
  return materials.map((seen) => {
    const { position, item, quantity, unit } = seen;
    return { key: String(position), seen, item, quantity, unit, isRemoved: false, problems: [] };
  });
}

export function newLine(key: string): DraftLine {
  return { key, seen: null, item: "", quantity: "", unit: "", isRemoved: false, problems: [] };
}

/** Another component comes in its own unit, unless one is typed: the old one would mean something else. */
export function typed(line: DraftLine, texts: Partial<LineTexts>): DraftLine {
  const { seen } = line;
  const after = { ...line, ...texts };
  if (seen === null || texts.item === undefined) return after;
  if (texts.item === seen.item) return { ...after, unit: line.unit === "" ? seen.unit : line.unit };
  return { ...after, unit: line.unit === seen.unit ? "" : line.unit };
}

/** A new line nobody typed into is none. */
export function isChanged({ seen, item, quantity, unit, isRemoved }: DraftLine): boolean {
  if (seen === null) return item !== "" || quantity !== "";
  return isRemoved || item !== seen.item || quantity !== seen.quantity || unit !== seen.unit;
}

type Change = MaterialChanges["materials"][number];

export function changesOf(lines: readonly DraftLine[]): readonly Change[] {
  return lines.filter(isChanged).map(changeOf);
}

function changeOf({ seen, item, quantity, unit, isRemoved }: DraftLine): Change {
  const to = { item, quantity, ...(unit !== "" && { unit }) };
  if (seen === null) return { to };
  const from = { item: seen.item, quantity: seen.quantity, unit: seen.unit };
  return { position: seen.position, from, to: isRemoved ? null : to };
}

/** What was said about the changes, at the lines they came from. */
export function withProblems(
  lines: readonly DraftLine[],
  problems: readonly LineProblem[],
): readonly DraftLine[] {
  const sent = lines.filter(isChanged);
  return lines.map((line) => {
    const place = sent.indexOf(line);
    return { ...line, problems: problems.filter((problem) => problem.line === place) };
  });
}
