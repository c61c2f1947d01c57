/** Why orders are what they are, as it was noted when they were made. */
import { z } from "zod";
import { explanationCodes, type ExplanationStep } from "../../shared/planning/explain.ts";
import type { Problem } from "../../shared/row/problem.ts";
import { storedProblems } from "./batches/batch-store.ts";
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

/** What its rows were warned of when they were pressed. */
export async function noticesOf(transaction: Transaction, moId: number): Promise<readonly Problem[]> {
  const rows = await transaction
    .selectFrom("manufacturing_order as mo")
    // Rows are found by their batch: there may be millions of them.
    .innerJoin("batch_row as row", (join) =>
      join.onRef("row.batch_id", "=", "mo.batch_id").onRef("row.mo_id", "=", "mo.id"),
    )
    .select("row.problems")
    .where("mo.id", "=", moId)
    .orderBy("row.row")
    .execute();
  return rows.flatMap(({ problems }) => storedProblems.parse(JSON.parse(problems)));
}

export function historyOf(transaction: Transaction, moId: number) {
  return transaction
    .selectFrom("event")
    .select(["at", "actor", "kind"])
    .where("mo_id", "=", moId)
    .orderBy("position")
    .execute();
}
