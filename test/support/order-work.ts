/** What tests of orders do to them, through the API. */
import { batchSchema } from "../../shared/wire/batch.ts";
import {
  actionResultsSchema,
  type ActionResult,
  orderPageSchema,
  orderSchema,
} from "../../shared/wire/order.ts";
import { movementsSchema } from "../../shared/wire/stock.ts";
import type { TestService } from "./service.ts";

export class OrderWork {
  #presses = 0;

  constructor(private readonly service: TestService) {}

  /** Ten oak chairs unless said otherwise, each time for another line; the number of the order. */
  async make(fields: object = {}, rules: object = {}): Promise<string> {
    this.#presses += 1;
    const whom = { document: "SHOP", line: String(this.#presses) };
    const lines = [{ row: 2, item: "CHAIR-OAK", quantity: "10", needDate: "2027-04-30", ...whom, ...fields }];
    const key = `press-of-order-work-${this.#presses}`;
    const [row] = batchSchema.parse((await this.service.send("/batches", { key, lines, rules })).body).rows;
    if (row?.outcome !== "created") throw new Error("The order can be made");
    return row.number;
  }

  async act(path: string, body: object): Promise<readonly ActionResult[]> {
    const answer = await this.service.send(`/manufacturing-orders/${path}`, body);
    return actionResultsSchema.parse(answer.body).results;
  }

  /** The status after the action, or why it was refused. */
  async step(action: string, number: string, more: object = {}): Promise<string> {
    const [result] = await this.act(action, { numbers: [number], ...more });
    return result?.outcome === "changed" ? result.order.status : (result?.code ?? "no answer");
  }

  async begin(number: string): Promise<void> {
    await this.step("release", number);
    await this.step("start", number);
  }

  async read(number: string) {
    return orderSchema.parse((await this.service.send(`/manufacturing-orders/${number}`)).body);
  }

  /** Newest first. */
  async numbersOf(item: string): Promise<readonly string[]> {
    const page = await this.service.send(`/manufacturing-orders?item=${item}`);
    return orderPageSchema.parse(page.body).orders.map((order) => order.number);
  }

  async stock(item: string) {
    const answer = await this.service.send(`/stock/movements?item=${item}&store=MAIN&limit=500`);
    return movementsSchema.parse(answer.body);
  }

  /** By item. */
  async issued(number: string): Promise<Record<string, string>> {
    const { materials } = await this.read(number);
    return Object.fromEntries(materials.map(({ item, issuedQuantity }) => [item, issuedQuantity]));
  }
}
