/** The rows of one batch, page by page, with their orders as they are now. */
import type { BatchLine, BatchLinesQuery } from "../../../shared/wire/batch-history.ts";
import { toWireProblem } from "../../../shared/wire/lines.ts";
import { storedProblems } from "./batch-store.ts";
import type { Transaction } from "../open-database.ts";

/** Null when there is no such batch. */
export async function batchLines(
  transaction: Transaction,
  number: string,
  page: BatchLinesQuery,
): Promise<readonly BatchLine[] | null> {
  const batch = await transaction
    .selectFrom("batch")
    .select("id")
    .where("number", "=", number)
    .executeTakeFirst();
  return batch === undefined ? null : (await storedLines(transaction, batch.id, page)).map(toLine);
}

function storedLines(transaction: Transaction, batchId: number, { after, limit }: BatchLinesQuery) {
  return transaction
    .selectFrom("batch_row")
    .leftJoin("manufacturing_order as mo", "mo.id", "batch_row.mo_id")
    .leftJoin("item", "item.id", "mo.item_id")
    .where("batch_row.batch_id", "=", batchId)
    .where("batch_row.row", ">", after)
    .select([
      "batch_row.row",
      "batch_row.problems",
      "batch_row.quantity as share",
      "mo.number",
      "mo.status",
      "mo.version",
    ])
    .select(["mo.hold_reason as holdReason", "mo.quantity", "mo.produced_quantity as producedQuantity"])
    .select([
      "mo.due_date as dueDate",
      "mo.unit_code as unit",
      "mo.link",
      "item.number as item",
      "item.description",
    ])
    .orderBy("batch_row.row")
    .limit(limit)
    .execute();
}

type StoredLine = Awaited<ReturnType<typeof storedLines>>[number];

/** The columns of the order are null together, when the row was refused. */
function toLine({ row, problems, number, status, version, ...order }: StoredLine): BatchLine {
  if (number === null || status === null || version === null)
    return {
      outcome: "refused",
      row,
      problems: storedProblems.parse(JSON.parse(problems)).map(toWireProblem),
    };
  const { holdReason, quantity, producedQuantity, dueDate } = order;
  return {
    outcome: "created",
    row,
    order: {
      number,
      status,
      holdReason,
      version,
      quantity: quantity ?? "",
      producedQuantity: producedQuantity ?? "",
      dueDate: dueDate ?? "",
    },
    item: order.item ?? "",
    description: order.description ?? "",
    unit: order.unit ?? "",
    share: order.share,
    link: order.link ?? "regular",
  };
}
