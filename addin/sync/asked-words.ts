/**
 * What nobody tells by itself: readiness and coverage of the orders that have a column for it beside their number. What
 * cannot be asked now stays in its cell as it is.
 */
import { coverageText } from "../../shared/sheet/coverage-text.ts";
import { readinessText } from "../../shared/sheet/readiness-text.ts";
import type { StatusPatch } from "../../shared/sheet/sheet-patch.ts";
import type { OrderCoverage } from "../../shared/wire/coverage.ts";
import type { FoundOrders } from "../host/workbook.ts";
import type { ServiceClient } from "./clients/service-client.ts";

export type WordsByOrder = ReadonlyMap<string, StatusPatch["words"]>;

export class AskedWords {
  readonly #client: ServiceClient;
  #withReadiness: ReadonlySet<string> = new Set();
  #withCoverage: ReadonlySet<string> = new Set();

  constructor(client: ServiceClient) {
    this.#client = client;
  }

  found({ withReadiness, withCoverage }: FoundOrders): void {
    this.#withReadiness = new Set(withReadiness);
    this.#withCoverage = new Set(withCoverage);
  }

  /** For orders that changed, and for others that share a line with one of them. */
  async beside(changed: readonly string[]): Promise<WordsByOrder> {
    const [readiness, coverage] = [await this.#readiness(changed), await this.#coverage(changed)];
    const numbers = [...new Set([...readiness.keys(), ...coverage.keys()])];
    return new Map(numbers.map((number) => [number, { ...readiness.get(number), ...coverage.get(number) }]));
  }

  async #readiness(changed: readonly string[]): Promise<WordsByOrder> {
    const wanted = changed.filter((number) => this.#withReadiness.has(number));
    if (wanted.length === 0) return new Map();
    const asked = await this.#client.readiness(wanted);
    if (asked.kind !== "answered") return new Map();
    const open = new Map(asked.answer.orders.map((order) => [order.number, readinessText(order)]));
    return new Map(wanted.map((number) => [number, { orderReadiness: open.get(number) ?? "" }]));
  }

  async #coverage(changed: readonly string[]): Promise<WordsByOrder> {
    if (this.#withCoverage.size === 0) return new Map();
    const told = await this.#coverageOf(changed);
    if (told === null) return new Map();
    const sharing = told.flatMap(({ lines }) => lines.flatMap(({ orders }) => orders));
    const known = new Set(changed);
    const others = [...new Set(sharing)].filter(
      (number) => this.#withCoverage.has(number) && !known.has(number),
    );
    const alsoTold = await this.#coverageOf(others);
    const words = new Map([...told, ...(alsoTold ?? [])].map((order) => [order.number, coverageText(order)]));
    const wanted = [
      ...changed.filter((number) => this.#withCoverage.has(number)),
      ...(alsoTold === null ? [] : others),
    ];
    return new Map(wanted.map((number) => [number, { orderCoverage: words.get(number) ?? "" }]));
  }

  /** Null when it cannot be asked now. */
  async #coverageOf(numbers: readonly string[]): Promise<readonly OrderCoverage[] | null> {
    if (numbers.length === 0) return [];
    const asked = await this.#client.coverage(numbers);
    return asked.kind === "answered" ? asked.answer.orders : null;
  }
}
