/** Fields of rows that mean nothing here: each is told once a request, on the first row that has it (R58). */
import { choicesSchema, lineSchema } from "./lines.ts";

const known: ReadonlySet<string> = new Set([
  ...Object.keys(lineSchema.shape),
  ...Object.keys(choicesSchema.shape).map(ofOrder),
]);

function ofOrder(name: string): string {
  return `order.${name}`;
}

const MOST_TOLD = 20;
const LONGEST_TOLD = 40;

export class IgnoredFields {
  readonly #told = new Set<string>();

  /** Those of a row that no row before it had. */
  of(sent: unknown): readonly string[] {
    if (typeof sent !== "object" || sent === null) return [];
    const choices = "order" in sent ? sent.order : null;
    const chosen = typeof choices === "object" && choices !== null ? Object.keys(choices).map(ofOrder) : [];
    const names = [...Object.keys(sent), ...chosen].filter(
      (name) => !known.has(name) && !this.#told.has(name),
    );
    const told = names.slice(0, MOST_TOLD - this.#told.size);
    for (const name of told) this.#told.add(name);
    return told.map((name) => name.slice(0, LONGEST_TOLD));
  }
}
