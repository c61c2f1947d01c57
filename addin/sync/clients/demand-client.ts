/** Questions and answers about demand that changed. */
import type { z } from "zod";
import { driftsSchema, type DemandDrifts } from "../../../shared/wire/drift.ts";
import { actionResultsSchema } from "../../../shared/wire/order.ts";
import type { Asked, Http } from "./http.ts";

export interface DemandClient {
  drifts(numbers: readonly string[]): Promise<Asked<DemandDrifts>>;
  /** Takes over what their lines say now. */
  apply(numbers: readonly string[]): Promise<Asked<z.infer<typeof actionResultsSchema>>>;
}

export function createDemandClient({ post }: Http): DemandClient {
  const orders = "/manufacturing-orders";
  const long = { limit: "long" } as const;
  return {
    drifts: (numbers) => post({ path: `${orders}/drifts`, body: { numbers } }, driftsSchema, long),
    apply: (numbers) =>
      post({ path: `${orders}/demand-changes`, body: { numbers } }, actionResultsSchema, long),
  };
}
