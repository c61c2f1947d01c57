/**
 * npm run check:adventure-works: imports a real factory's tables, makes orders for everything below its
 * reorder point, and holds every order's materials against an independent calculation. Runs where the data is there.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { createApp } from "../../server/app.ts";
import { plantClock } from "../../server/clock.ts";
import { Feed } from "../../server/feed/feed.ts";
import { RunningJobs } from "../../server/jobs/running-jobs.ts";
import { openDatabase } from "../../server/store/open-database.ts";
import { ZERO } from "../../shared/quantity/decimal.ts";
import { usualConventions } from "../../shared/planning/conventions.ts";
import type { Ports } from "../../server/use-cases/ports.ts";
import { batchSchema, type Batch } from "../../shared/wire/batch.ts";
import { orderSchema } from "../../shared/wire/order.ts";
import { explosionSchema } from "../../shared/wire/readiness.ts";
import { FOLDER } from "./folder.ts";
import { importTables } from "./import-tables.ts";
import { independentExplosions, type ExpectedExplosion } from "./independent-explosion.ts";
import { independentShortages, type ShortageRow } from "./independent-shortage.ts";

const FIRST_ROW = 2;
/** So many of each are exploded. */
const BICYCLES = 7;
const expectedRows = {
  units: 38,
  items: 504,
  boms: 2576,
  stock: 1069,
  "purchase-orders": 672,
  "sales-orders": 542,
  locations: 14,
  "work-centers": 7,
  stores: 1,
};

type Check = (what: string, found: unknown, expected: unknown) => void;

async function main(): Promise<void> {
  const folder = FOLDER;
  if (!existsSync(join(folder, "products.csv"))) {
    console.log(`The AdventureWorks tables are not at ${folder}; nothing was checked.`);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), "adventure-works-"));
  const database = await openDatabase(join(scratch, "check.sqlite"));
  const ports = {
    database,
    clock: plantClock("UTC"),
    jobs: new RunningJobs(),
    feed: new Feed(),
    log: pino({ level: "error" }),
    conventions: usualConventions,
    overProductionPercent: ZERO,
    version: "check",
  };
  let failed = 0;
  const check: Check = (what, found, expected) => {
    const isRight = JSON.stringify(found) === JSON.stringify(expected);
    if (!isRight) failed += 1;
    console.log(
      `${isRight ? "ok " : "NOT"} ${what}: ${shorten(found)}${isRight ? "" : ` instead of ${shorten(expected)}`}`,
    );
  };
  await checkImport(ports, folder, check);
  await checkExplosions(ports, independentExplosions(folder, ports.clock.today(), BICYCLES), check);
  await checkShortages(ports, independentShortages(folder, ports.clock.today()), check);
  await database.close();
  rmSync(scratch, { recursive: true });
  console.log(failed === 0 ? "AdventureWorks: all as calculated." : `AdventureWorks: ${failed} differ.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function checkImport(ports: Ports, folder: string, check: Check): Promise<void> {
  const began = performance.now();
  const report = await importTables(ports, folder);
  console.log(`Imported in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  check("problems", report.problems.slice(0, 3), []);
  for (const [target, rows] of Object.entries(expectedRows)) {
    check(`${target} created`, report.targets.find((one) => one.target === target)?.created, rows);
  }
  const again = await importTables(ports, folder);
  check(
    "rows changed by importing again",
    again.targets.reduce((sum, one) => sum + one.created + one.updated + one.refused, 0),
    0,
  );
}

async function checkExplosions(
  ports: Ports,
  expected: readonly ExpectedExplosion[],
  check: Check,
): Promise<void> {
  const app = createApp(ports, { apiTokens: [], localActor: "check", workbench: false });
  let [right, levels, lines] = [0, 0, 0];
  for (const { item, totals } of expected) {
    const answer = await app.request(`/api/v1/items/${item}/explosion?quantity=${BICYCLES}`);
    const explosion = explosionSchema.parse(await answer.json());
    const found = new Map(
      explosion.totals.map((one) => [`${one.item} ${one.unit}`, Math.round(Number(one.quantity) * 100)]),
    );
    if (JSON.stringify(sorted([...found])) === JSON.stringify(sorted([...totals]))) right += 1;
    levels = Math.max(levels, ...explosion.lines.map((line) => line.level));
    lines += explosion.lines.length;
  }
  console.log(`Exploded ${expected.length} finished goods: ${lines} lines on up to ${levels} levels.`);
  check("finished goods whose explosion is as calculated", right, expected.length);
  check("finished goods that were exploded", expected.length > 90, true);
}

async function checkShortages(ports: Ports, shortages: readonly ShortageRow[], check: Check): Promise<void> {
  const app = createApp(ports, { apiTokens: [], localActor: "check", workbench: false });
  const count = (verdict: ShortageRow["verdict"]): number =>
    shortages.filter((row) => row.verdict === verdict).length;
  check(
    "short items: all, made, bought, without BOM",
    [shortages.length, count("make"), count("item-not-made"), count("bom-missing")],
    [79, 71, 7, 1],
  );
  const lines = shortages.map((row, index) => ({
    row: index + FIRST_ROW,
    kind: "shortage",
    item: row.item,
    quantity: String(row.toMake),
  }));
  const body = JSON.stringify({ key: "adventure-works-check-1", lines });
  const post = async (): Promise<Response> =>
    app.request("/api/v1/batches", { method: "POST", headers: { "content-type": "application/json" }, body });
  const batch = batchSchema.parse(await (await post()).json());
  check("created and refused", [batch.created, batch.refused], [71, 8]);
  check("the same press again", batchSchema.parse(await (await post()).json()), batch);
  check(
    "verdicts of the rows",
    batch.rows.map(verdictOf),
    shortages.map((row) => row.verdict),
  );
  check("orders whose materials are as calculated", await rightOrders(app, { batch, shortages }), 71);
}

interface MadeFrom {
  readonly batch: Batch;
  readonly shortages: readonly ShortageRow[];
}

/** How many orders have exactly the materials of the independent calculation. */
async function rightOrders(
  app: ReturnType<typeof createApp>,
  { batch, shortages }: MadeFrom,
): Promise<number> {
  let right = 0;
  for (const [index, row] of batch.rows.entries()) {
    if (row.outcome === "refused") continue;
    const order = orderSchema.parse(
      await (await app.request(`/api/v1/manufacturing-orders/${row.number}`)).json(),
    );
    const found = order.materials.map(({ item, quantity, unit }) => ({
      item,
      quantity: Number(quantity),
      unit,
    }));
    if (JSON.stringify(sorted(found)) === JSON.stringify(sorted(shortages[index]?.materials ?? [])))
      right += 1;
  }
  return right;
}

function verdictOf(row: Batch["rows"][number]): string {
  return row.outcome === "created" ? "make" : row.problems.map((problem) => problem.code).join();
}

function sorted(list: readonly unknown[]): readonly string[] {
  return list.map((entry) => JSON.stringify(entry)).toSorted();
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

await main();
