/** One press of Create, as the pane sends it, over three rows of the demo factory. */
import { batchSchema, type Batch } from "../../shared/wire/batch.ts";
import type { TestService } from "./service.ts";

export const KEY = "press-000000000001";

/** The third one is bought, so it is refused. */
export const rows = [
  { row: 2, item: "CHAIR-OAK", quantity: "10", needDate: "2027-03-31", document: "SO-1", line: "1" },
  { row: 3, item: "TABLE-180", quantity: 2 },
  { row: 4, item: "LAMP-ARC", quantity: "1" },
];

export interface Press {
  readonly key: string;
  readonly lines: readonly object[];
}

export async function pressCreate(
  service: TestService,
  press: Press,
): Promise<{ readonly status: number; readonly batch: Batch }> {
  const { status, body } = await service.send("/batches", press);
  return { status, batch: batchSchema.parse(body) };
}
