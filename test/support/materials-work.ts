/** What tests do to the materials of orders, through the API. */
import type { ActionResult } from "../../shared/wire/order.ts";
import type { OrderWork } from "./order-work.ts";

export interface LineTo {
  readonly item?: string;
  readonly quantity?: string;
  readonly unit?: string;
}

export class MaterialsWork {
  constructor(private readonly orders: OrderWork) {}

  /** By item: "82 EA". */
  async of(number: string): Promise<Record<string, string>> {
    const { materials } = await this.orders.read(number);
    return Object.fromEntries(materials.map(({ item, quantity, unit }) => [item, `${quantity} ${unit}`]));
  }

  /** The order's line with this component, as it is, to something else. */
  async lineTo(number: string, item: string, to: LineTo | null) {
    const { materials } = await this.orders.read(number);
    const line = materials.find((one) => one.item === item);
    const { position = 0, quantity = "", unit = "" } = line ?? {};
    const from = { item, quantity, unit };
    return { position, from, to: to === null ? null : { item, quantity, ...to } };
  }

  change(number: string, materials: readonly object[], more: object = {}): Promise<readonly ActionResult[]> {
    return this.orders.act(`${number}/material-changes`, { materials, ...more });
  }
}
