/** Imports bills of materials: the rows of one revision belong together and are taken whole or not at all. */
import { codeKey } from "../../shared/validation/facts.ts";
import type { ImportOutcome, ImportProblem } from "../../shared/wire/catalog.ts";
import { loadCatalogIndex, type CatalogIndex } from "../store/catalog/catalog-index.ts";
import { allUses, saveRevision, type LineToSave, type RevisionToSave } from "../store/catalog/save-boms.ts";
import type { Transaction } from "../store/open-database.ts";
import type { Applied } from "./apply-plain.ts";
import { findLoop } from "./find-loop.ts";
import { importProblem, type BrokenRow, type CatalogRecord } from "./records.ts";
import { Resolution } from "./resolve-rows.ts";

type BomRecord = CatalogRecord<"boms">;

interface Group {
  readonly records: readonly BomRecord[];
  readonly revision: RevisionToSave;
  readonly problems: readonly ImportProblem[];
}

/** `broken`: rows that could not even be read; the revisions they belong to are refused with them. */
export async function applyBoms(
  transaction: Transaction,
  records: readonly BomRecord[],
  broken: readonly BrokenRow[],
): Promise<Applied> {
  const index = await loadCatalogIndex(transaction);
  const brokenRows = new Map(broken.map(({ row, fields }) => [groupKey(fields), row]));
  const groups = groupRecords(records).map((group) => resolveGroup(group, index));
  const uses = new Map<number, Set<number>>();
  for (const { item, component } of await allUses(transaction)) addUse(uses, item, component);
  const numbers = new Map([...index.items.values()].map((item) => [item.id, item.number]));
  const rows: { row: number; outcome: ImportOutcome }[] = [];
  const problems: ImportProblem[] = [];
  for (const group of groups) {
    const brokenRow = brokenRows.get(groupKey(group.records[0]?.fields ?? {}));
    if (brokenRow !== undefined) {
      problems.push(...group.problems, ...companions(group, group.problems, brokenRow));
      continue;
    }
    const refused = [
      ...group.problems,
      ...(group.problems.length > 0 ? [] : loopProblem(group, uses, numbers)),
    ];
    if (refused.length > 0) {
      problems.push(...refused, ...companions(group, refused, refused[0]?.row ?? 0));
      continue;
    }
    const outcome = await saveRevision(transaction, group.revision);
    for (const line of group.revision.lines) addUse(uses, group.revision.itemId, line.component_item_id);
    rows.push(...group.records.map((record) => ({ row: record.row, outcome })));
  }
  return { rows, problems };
}

function groupRecords(records: readonly BomRecord[]): readonly (readonly BomRecord[])[] {
  const groups = new Map<string, BomRecord[]>();
  for (const record of records) {
    const key = groupKey(record.fields);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

function groupKey({ item = "", bom = "", revision = "" }: Readonly<Record<string, string>>): string {
  return JSON.stringify([codeKey(item), codeKey(bom), revision]);
}

function resolveGroup(records: readonly BomRecord[], index: CatalogIndex): Group {
  const resolved = records.map((record, at) => resolveLine(record, { index, position: (at + 1) * 10 }));
  const problems = resolved.flatMap((line) => line.problems);
  const [first] = records;
  if (first === undefined) throw new Error("A group of BOM rows is never empty");
  const { fields } = first;
  const head = new Resolution(index, first);
  if (fields.output === "0") head.refuse("output", fields.output, "value-too-low");
  const revision: RevisionToSave = {
    itemId: head.item(fields.item).id,
    bom: fields.bom,
    isDefault: fields.default === "yes",
    revision: fields.revision,
    validFrom: fields.revisionFrom || null,
    validTo: fields.revisionTo || null,
    outputQuantity: fields.output,
    lines: resolved.map((one) => one.line),
  };
  return { records, revision, problems: [...head.problems, ...problems] };
}

interface LineAt {
  readonly index: CatalogIndex;
  readonly position: number;
}

function resolveLine(
  record: BomRecord,
  { index, position }: LineAt,
): { line: LineToSave; problems: readonly ImportProblem[] } {
  const { fields } = record;
  const resolution = new Resolution(index, record);
  const component = resolution.item(fields.component, "component");
  const line: LineToSave = {
    position,
    component_item_id: component.id,
    quantity: fields.quantity,
    unit_code: resolution.unit(fields.unit, component.unit),
    is_fixed: fields.fixed === "yes" ? 1 : 0,
    scrap_percent: fields.scrapPercent,
    is_phantom: fields.phantom === "yes" ? 1 : 0,
    valid_from: fields.validFrom || null,
    valid_to: fields.validTo || null,
    instruction: fields.instruction,
  };
  return { line, problems: resolution.problems };
}

function loopProblem(
  { records, revision }: Group,
  uses: ReadonlyMap<number, ReadonlySet<number>>,
  numbers: ReadonlyMap<number, string>,
): readonly ImportProblem[] {
  const components = revision.lines.map((line) => line.component_item_id);
  const loop = findLoop(revision.itemId, components, uses);
  const [first] = records;
  if (loop === null || first === undefined) return [];
  const named = loop.map((id) => numbers.get(id) ?? `#${String(id)}`).join(" → ");
  const place = { file: first.file, row: first.row, column: "item", value: first.fields.item };
  return [importProblem(place, "bom-cycle", named)];
}

/** The good rows of a revision that is refused for another row. */
function companions(
  group: Group,
  refused: readonly ImportProblem[],
  because: number,
): readonly ImportProblem[] {
  const faulty = new Set(refused.map((problem) => problem.row));
  return group.records
    .filter((record) => !faulty.has(record.row))
    .map((record) =>
      importProblem(
        { file: record.file, row: record.row, column: "item", value: record.fields.item },
        "bom-incomplete",
        String(because),
      ),
    );
}

function addUse(uses: Map<number, Set<number>>, item: number, component: number): void {
  const known = uses.get(item);
  if (known === undefined) uses.set(item, new Set([component]));
  else known.add(component);
}
