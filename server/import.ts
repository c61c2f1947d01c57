/** npm run import: the catalog import from the command line. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import pino from "pino";
import type { ImportReport } from "../shared/wire/catalog.ts";
import { mappingSchema, type Mapping } from "./catalog/mapping.ts";
import type { NamedBytes } from "./catalog/source-table.ts";
import { plantClock } from "./clock.ts";
import { readConfig } from "./config.ts";
import { Feed } from "./feed/feed.ts";
import { RunningJobs } from "./jobs/running-jobs.ts";
import { openDatabase } from "./store/open-database.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { VERSION } from "./version.ts";

const USAGE =
  "npm run import -- <folder of CSV files, or file.xlsx> [--mapping file.json] [--strict] [--dry-run]";

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { mapping: { type: "string" }, strict: { type: "boolean" }, "dry-run": { type: "boolean" } },
  });
  const [source] = positionals;
  const config = readConfig(process.env);
  if (source === undefined || !config.ok) {
    console.error(config.ok ? `Usage: ${USAGE}` : config.complaints.join("\n"));
    return 2;
  }
  const { timeZone, localActor, database: path } = config.config;
  const database = await openDatabase(path);
  const ports = {
    database,
    clock: plantClock(timeZone),
    jobs: new RunningJobs(),
    feed: new Feed(),
    log: pino({ level: "warn" }),
    conventions: config.config.conventions,
    overProductionPercent: config.config.overProductionPercent,
    version: VERSION,
  };
  const report = await importCatalog(ports, {
    files: await readFiles(source),
    mapping: values.mapping === undefined ? null : await readMapping(values.mapping),
    strict: values.strict ?? false,
    dryRun: values["dry-run"] ?? false,
    actor: localActor,
  });
  await database.close();
  printReport(report);
  return report.problems.length > 0 ? 1 : 0;
}

async function readFiles(source: string): Promise<readonly NamedBytes[]> {
  const isFolder = (await stat(source)).isDirectory();
  const names = isFolder
    ? (await readdir(source)).filter((name) => /\.(csv|tsv|xlsx)$/i.test(name))
    : [basename(source)];
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(isFolder ? join(source, name) : source) })),
  );
}

async function readMapping(path: string): Promise<Mapping> {
  return mappingSchema.parse(JSON.parse(await readFile(path, "utf8")));
}

function printReport(report: ImportReport): void {
  for (const { target, file, created, updated, unchanged, refused } of report.targets) {
    const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused`;
    console.log(`${target.padEnd(16)} ${counts}   (${file})`);
  }
  for (const { file, row, column, message, fix } of report.problems) {
    const place = row === null ? file : `${file}, row ${row}, ${column}`;
    console.log(`! ${place}: ${message} ${fix}`);
  }
  if (report.ignored.length > 0) console.log(`Not used: ${report.ignored.join("; ")}`);
  console.log(report.applied ? "Imported." : "Nothing was written.");
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
