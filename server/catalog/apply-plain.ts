/** Imports a file whose rows stand for themselves. */
import { saveRows } from "../store/catalog/save-rows.ts";
import { loadCatalogIndex } from "../store/catalog/catalog-index.ts";
import { revisionIds } from "../store/catalog/save-boms.ts";
import type { Transaction } from "../store/open-database.ts";
import type { ImportOutcome, ImportProblem } from "../../shared/wire/catalog.ts";
import { importProblem, type CatalogRecord } from "./records.ts";
import { Resolution, targetRows, type PlainTarget } from "./resolve-rows.ts";

export interface Applied {
  readonly rows: readonly { readonly row: number; readonly outcome: ImportOutcome }[];
  readonly problems: readonly ImportProblem[];
}

export async function applyPlain<Target extends PlainTarget>(
  transaction: Transaction,
  target: Target,
  records: readonly CatalogRecord<Target>[],
): Promise<Applied> {
  const { table, key, row: toRow } = targetRows[target];
  const index = await loadCatalogIndex(transaction);
  const revisions = target === "routings" ? await revisionIds(transaction) : new Map<string, number>();
  const problems: ImportProblem[] = [];
  const firstRows = new Map<string, number>();
  const good = records.flatMap((record) => {
    const resolution = new Resolution(index, record);
    const row = toRow(record.fields, resolution, revisions);
    const identity = JSON.stringify(key.map((column) => row[column]));
    const first = firstRows.get(identity);
    if (resolution.problems.length === 0 && first === undefined) {
      firstRows.set(identity, record.row);
      return [{ record, row }];
    }
    const place = { file: record.file, row: record.row, column: key.join(", "), value: identity };
    problems.push(
      ...(resolution.problems.length > 0
        ? resolution.problems
        : [importProblem(place, "duplicate-row", String(first))]),
    );
    return [];
  });
  const outcomes = await saveRows(transaction, { table, key, rows: good.map((one) => one.row) });
  return {
    rows: good.map(({ record }, at) => ({ row: record.row, outcome: outcomes[at] ?? "unchanged" })),
    problems,
  };
}
