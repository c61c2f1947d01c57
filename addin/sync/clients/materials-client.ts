/** The materials of one order: read, explained and changed. */
import type { z } from "zod";
import { actionResultsSchema, orderSchema, type Order } from "../../../shared/wire/order.ts";
import type { MaterialChanges } from "../../../shared/wire/order-work.ts";
import { orderExplanationSchema, type OrderExplanation } from "../../../shared/wire/readiness.ts";
import type { Asked, Http } from "./http.ts";

export interface MaterialsClient {
  order(number: string): Promise<Asked<Order>>;
  explain(number: string): Promise<Asked<OrderExplanation>>;
  changeMaterials(
    number: string,
    changes: MaterialChanges,
  ): Promise<Asked<z.infer<typeof actionResultsSchema>>>;
}

export function createMaterialsClient({ get, post }: Http): MaterialsClient {
  const at = (number: string): string => `/manufacturing-orders/${number}`;
  return {
    order: (number) => get(at(number), orderSchema),
    explain: (number) => get(`${at(number)}/explanation`, orderExplanationSchema),
    changeMaterials: (number, changes) =>
      post({ path: `${at(number)}/material-changes`, body: changes }, actionResultsSchema),
  };
}
