/** Questions and answers about demand that changed. */
import type { z } from "zod";
import { driftsSchema, type DemandDrifts } from "../../shared/wire/drift.ts";
import { actionResultsSchema } from "../../shared/wire/order.ts";
import { ask, type Asked } from "./service-client.ts";

export interface DemandClient {
  drifts(numbers: readonly string[]): Promise<Asked<DemandDrifts>>;
  /** Takes over what their lines say now. */
  apply(numbers: readonly string[]): Promise<Asked<z.infer<typeof actionResultsSchema>>>;
}

export function createDemandClient(base: string): DemandClient {
  const post = (path: string, numbers: readonly string[]): Promise<Response> =>
    fetch(`${base}/manufacturing-orders/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ numbers }),
    });
  return {
    drifts: (numbers) => ask(post("drifts", numbers), driftsSchema),
    apply: (numbers) => ask(post("demand-changes", numbers), actionResultsSchema),
  };
}
