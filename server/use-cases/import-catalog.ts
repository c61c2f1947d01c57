/**
 * Brings the catalog up to date from files: an upsert with a verdict for each row. All of it happens in one
 * transaction; a file that cannot be understood stops everything before anything is written.
 */
import {
  importTargets,
  type ImportProblem,
  type ImportReport,
  type ImportTarget,
} from "../../shared/wire/catalog.ts";
import { applyBoms } from "../catalog/apply-boms.ts";
import { applyPlain, type Applied } from "../catalog/apply-plain.ts";
import { plainMapping, plainName, type FileMapping, type Mapping } from "../catalog/mapping.ts";
import { readSource } from "../catalog/read-source.ts";
import { importProblem, missingColumns, readRecords, type RecordsRead } from "../catalog/records.ts";
import type { NamedBytes, SourceTable } from "../catalog/source-table.ts";
import { levelsNow, noteImport } from "../store/catalog/import-movements.ts";
import { adoptPressedLines } from "../store/demand/adopt-pressed.ts";
import { driftsOf } from "../store/demand/drift-store.ts";
import { appendEvents, type NewEvent } from "../store/event-store.ts";
import type { Transaction } from "../store/open-database.ts";
import { followDemand } from "./demand/follow-demand.ts";
import type { Ports } from "./ports.ts";

export interface ImportRequest {
  readonly files: readonly NamedBytes[];
  /** Null: files and columns carry our names. */
  readonly mapping: Mapping | null;
  /** Any refused row stops everything. */
  readonly strict: boolean;
  /** Says what would happen, and writes nothing. */
  readonly dryRun: boolean;
  readonly actor: string;
}

interface Matched {
  readonly table: SourceTable;
  readonly mapping: FileMapping;
}

/** Ends the transaction of a trial: what it wrote is rolled back, its report is kept. */
class NothingToKeep extends Error {
  constructor(readonly report: ImportReport) {
    super("Nothing of this import is kept");
  }
}

export async function importCatalog(ports: Ports, request: ImportRequest): Promise<ImportReport> {
  const source = await readSource(request.files);
  if (!source.ok) return notApplied([wholeFile(source.file, "file-unreadable", source.reason)]);
  const { matched, problems, ignored } = matchFiles(source.tables, request.mapping);
  if (problems.length > 0) return notApplied(problems, ignored);
  if (matched.length === 0) return notApplied([wholeFile(ignored.join(", "), "file-unknown")], ignored);
  try {
    const done = await ports.database.write((transaction) =>
      applyAll(transaction, { ports, request, matched, ignored }),
    );
    ports.feed.announce(done.position);
    return done.report;
  } catch (error) {
    if (error instanceof NothingToKeep) return error.report;
    throw error;
  }
}

function wholeFile(
  file: string,
  code: "file-unreadable" | "file-unknown" | "file-missing" | "file-empty",
  why = "",
): ImportProblem {
  return importProblem({ file, row: null, column: "", value: "" }, code, why);
}

function notApplied(problems: readonly ImportProblem[], ignored: readonly string[] = []): ImportReport {
  return { applied: false, targets: [], problems: [...problems], overridden: [], ignored: [...ignored] };
}

interface MatchedFiles {
  readonly matched: readonly Matched[];
  readonly problems: readonly ImportProblem[];
  readonly ignored: readonly string[];
}

function matchFiles(tables: readonly SourceTable[], mapping: Mapping | null): MatchedFiles {
  const byName = new Map(tables.map((table) => [plainName(table.name), table]));
  const files = mapping?.files ?? plainFiles(tables);
  const pairs = files.map((file) => ({ mapping: file, table: byName.get(plainName(file.file)) }));
  const missing = pairs
    .filter(({ table }) => table === undefined)
    .map(({ mapping: { file } }) => wholeFile(file, "file-missing"));
  const matched = pairs.flatMap(({ mapping: file, table }) =>
    table === undefined ? [] : [{ table, mapping: file }],
  );
  const empty = matched
    .filter(({ table }) => table.headings.length === 0)
    .map(({ table }) => wholeFile(table.name, "file-empty"));
  const columns = matched.flatMap(({ table, mapping: file }) =>
    table.headings.length === 0 ? [] : missingColumns(table, file),
  );
  const used = new Set(matched.map(({ table }) => table));
  return {
    matched: matched.toSorted((left, right) => orderOf(left) - orderOf(right)),
    problems: [...missing, ...empty, ...columns],
    ignored: [
      ...tables.filter((table) => !used.has(table)).map((table) => table.name),
      ...matched.flatMap(ignoredColumns),
    ],
  };
}

function plainFiles(tables: readonly SourceTable[]): readonly FileMapping[] {
  const targets = new Map(importTargets.map((target) => [plainName(target), target]));
  return tables.flatMap(({ name }) => {
    const target = targets.get(plainName(name));
    return target === undefined ? [] : [plainMapping(target, name)];
  });
}

/** Files are imported in the order in which they need each other, whatever order they came in. */
function orderOf({ mapping }: Matched): number {
  return importTargets.indexOf(mapping.target);
}

function ignoredColumns({ table, mapping }: Matched): readonly string[] {
  const used = Object.values(mapping.columns).flatMap((source) =>
    "column" in source ? [plainName(source.column)] : [],
  );
  const filter = mapping.where === undefined ? [] : [plainName(mapping.where.column)];
  const known = new Set([...used, ...filter]);
  return table.headings
    .filter((heading) => !known.has(plainName(heading)))
    .map((heading) => `${table.name}: ${heading}`);
}

/** An event is read by every open workbook: it names the first overridden levels, the report all of them. */
const TOLD = 100;

interface Application {
  readonly ports: Ports;
  readonly request: ImportRequest;
  readonly matched: readonly Matched[];
  readonly ignored: readonly string[];
}

async function applyAll(transaction: Transaction, { ports, request, matched, ignored }: Application) {
  const targets: ImportReport["targets"] = [];
  const problems: ImportProblem[] = [];
  const before = await levelsNow(transaction);
  const driftsBefore = await driftsOf(transaction, null);
  for (const { table, mapping } of matched) {
    const applied = await applyFile(transaction, table, mapping);
    for (const problem of applied.problems) problems.push(problem);
    targets.push(summary(table, mapping.target, applied));
  }
  const by = { actor: request.actor, at: ports.clock.now() };
  await adoptPressedLines(transaction);
  await followDemand(transaction, ports, { before: driftsBefore, by });
  const overridden = [...(await noteImport(transaction, before, by))];
  const keeps = !request.dryRun && !(request.strict && problems.length > 0);
  const report: ImportReport = { applied: keeps, targets, problems, overridden, ignored: [...ignored] };
  if (!keeps) throw new NothingToKeep(report);
  const event: NewEvent = {
    kind: "catalog-imported",
    moId: null,
    batchId: null,
    order: null,
    ...(overridden.length > 0 && {
      overridden: { count: overridden.length, levels: overridden.slice(0, TOLD) },
    }),
    ...by,
  };
  return { report, position: await appendEvents(transaction, [event]) };
}

async function applyFile(
  transaction: Transaction,
  table: SourceTable,
  mapping: FileMapping,
): Promise<Applied> {
  const { target } = mapping;
  if (target === "boms") {
    const read = readRecords(table, { ...mapping, target });
    return withUnread(read, await applyBoms(transaction, read.records, read.broken));
  }
  const read = readRecords(table, { ...mapping, target });
  return withUnread(read, await applyPlain(transaction, target, read.records));
}

function withUnread(read: RecordsRead<ImportTarget>, applied: Applied): Applied {
  return { rows: applied.rows, problems: [...read.problems, ...applied.problems] };
}

function summary(
  table: SourceTable,
  target: ImportTarget,
  applied: Applied,
): ImportReport["targets"][number] {
  const refused = [...new Set(applied.problems.flatMap(({ row }) => row ?? []))].map((row) => ({
    row,
    outcome: "refused" as const,
  }));
  const rows = [...applied.rows, ...refused].toSorted((left, right) => left.row - right.row);
  const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
  const counts = {
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    refused: count("refused"),
  };
  return { target, file: table.name, ...counts, rows };
}
