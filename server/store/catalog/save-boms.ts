/** BOM revisions are written whole: a revision's lines are replaced together or left alone. */
import type { Insertable } from "kysely";
import { codeKey } from "../../../shared/validation/facts.ts";
import { rowsInPieces } from "../chunks.ts";
import type { Transaction } from "../open-database.ts";
import type { BomLineTable } from "../tables.ts";
import type { SavedOutcome } from "./save-rows.ts";

export type LineToSave = Omit<Insertable<BomLineTable>, "bom_revision_id">;

export interface RevisionToSave {
  readonly itemId: number;
  readonly bom: string;
  readonly isDefault: boolean;
  readonly revision: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly outputQuantity: string;
  readonly lines: readonly LineToSave[];
}

export async function saveRevision(
  transaction: Transaction,
  revision: RevisionToSave,
): Promise<SavedOutcome> {
  const bomId = await saveBom(transaction, revision);
  const header = {
    valid_from: revision.validFrom,
    valid_to: revision.validTo,
    output_quantity: revision.outputQuantity,
  };
  const before = await transaction
    .selectFrom("bom_revision")
    .selectAll()
    .where("bom_id", "=", bomId)
    .where("revision", "=", revision.revision)
    .executeTakeFirst();
  if (before === undefined) {
    const values = { bom_id: bomId, revision: revision.revision, ...header };
    const { id } = await transaction
      .insertInto("bom_revision")
      .values(values)
      .returning("id")
      .executeTakeFirstOrThrow();
    await insertLines(transaction, id, revision.lines);
    return "created";
  }
  const sameHeader =
    before.valid_from === header.valid_from &&
    before.valid_to === header.valid_to &&
    before.output_quantity === header.output_quantity;
  if (sameHeader && (await hasSameLines(transaction, before.id, revision.lines))) return "unchanged";
  await transaction.updateTable("bom_revision").set(header).where("id", "=", before.id).execute();
  await transaction.deleteFrom("bom_line").where("bom_revision_id", "=", before.id).execute();
  await insertLines(transaction, before.id, revision.lines);
  return "updated";
}

async function saveBom(
  transaction: Transaction,
  { itemId, bom, isDefault }: RevisionToSave,
): Promise<number> {
  const is_default = isDefault ? 1 : 0;
  const { id } = await transaction
    .insertInto("bom")
    .values({ item_id: itemId, name: bom, name_key: codeKey(bom), instruction: "", is_default })
    .onConflict((conflict) =>
      conflict.columns(["item_id", "name_key"]).doUpdateSet({ name: bom, is_default }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function insertLines(
  transaction: Transaction,
  revisionId: number,
  lines: readonly LineToSave[],
): Promise<void> {
  const rows = lines.map((line) => ({ ...line, bom_revision_id: revisionId }));
  for (const piece of rowsInPieces(rows, 11))
    await transaction.insertInto("bom_line").values(piece).execute();
}

async function hasSameLines(
  transaction: Transaction,
  revisionId: number,
  lines: readonly LineToSave[],
): Promise<boolean> {
  const stored = await transaction
    .selectFrom("bom_line")
    .selectAll()
    .where("bom_revision_id", "=", revisionId)
    .orderBy("position")
    .execute();
  const plain = stored.map(({ id: _id, bom_revision_id: _revision, ...line }) => sorted(line));
  return JSON.stringify(plain) === JSON.stringify(lines.map(sorted));
}

function sorted(line: LineToSave): readonly (readonly [string, unknown])[] {
  return Object.entries(line).toSorted(([left], [right]) => (left < right ? -1 : 1));
}

/** Every "item needs component" of the catalog, for finding loops. */
export function allUses(transaction: Transaction) {
  return transaction
    .selectFrom("bom_line")
    .innerJoin("bom_revision", "bom_revision.id", "bom_line.bom_revision_id")
    .innerJoin("bom", "bom.id", "bom_revision.bom_id")
    .select(["bom.item_id as item", "bom_line.component_item_id as component"])
    .distinct()
    .orderBy("bom.item_id")
    .orderBy("bom_line.component_item_id")
    .execute();
}

/** By item id, BOM name and revision: for routings. */
export async function revisionIds(transaction: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom("bom_revision")
    .innerJoin("bom", "bom.id", "bom_revision.bom_id")
    .select(["bom_revision.id", "bom.item_id", "bom.name_key", "bom_revision.revision"])
    .execute();
  return new Map(rows.map((row) => [revisionKey(row.item_id, row.name_key, row.revision), row.id]));
}

export function revisionKey(itemId: number, bom: string, revision: string): string {
  return JSON.stringify([itemId, codeKey(bom), revision]);
}
