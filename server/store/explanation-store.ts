/** Why orders are what they are, as it was noted when they were made. */
import { z } from "zod";
import { explanationCodes, type ExplanationStep } from "../../shared/planning/explain.ts";
import type { Transaction } from "./open-database.ts";

const storedSteps = z.array(
  z.object({ code: z.enum(explanationCodes), params: z.record(z.string(), z.string()) }),
);

/** Empty for orders made before steps were noted. */
export async function stepsOf(transaction: Transaction, moId: number): Promise<readonly ExplanationStep[]> {
  const row = await transaction
    .selectFrom("mo_explanation")
    .select("steps")
    .where("mo_id", "=", moId)
    .executeTakeFirst();
  return row === undefined ? [] : storedSteps.parse(JSON.parse(row.steps));
}

export function historyOf(transaction: Transaction, moId: number) {
  return transaction
    .selectFrom("event")
    .select(["at", "actor", "kind"])
    .where("mo_id", "=", moId)
    .orderBy("position")
    .execute();
}
