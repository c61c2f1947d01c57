/** Orders created over HTTP, rows in and results out, against bare inserts of the very same rows. */
import { join } from "node:path";
import { z } from "zod";
import { bareInsertMs, rowsOfLastPress } from "./bare-insert.ts";
import { report, type Measured } from "./measure.ts";
import { startBenchService, type BenchService } from "./service.ts";

const MANY = 10_000;
const FEW = 100;
const MOST = 20_000;
/** At least 60 % of the rate of bare inserts. */
const BAR = 1 / 0.6;
/** Cost per order at 10,000 against that at 100. */
const GROWTH = 1.3;
const MOST_BYTES = 512 * 1024 * 1024;

export async function benchCreating(): Promise<readonly Measured[]> {
  const service = await startBenchService();
  await press(service, FEW, "warm");
  const many = Math.min(await press(service, MANY, "many-1"), await press(service, MANY, "many-2"));
  const few = await fewest(service);
  const tables = rowsOfLastPress(service.file, MANY);
  const bare = Math.min(
    await bareInsertMs(join(service.folder, "bare-1.sqlite"), tables),
    await bareInsertMs(join(service.folder, "bare-2.sqlite"), tables),
  );
  const most = await press(service, MOST, "most");
  const peak = process.resourceUsage().maxRSS * 1024;
  await service.close();
  return [
    report({
      name: `create ${MANY} orders over HTTP against bare inserts`,
      ratio: many / bare,
      bar: BAR,
      note: `${many.toFixed(0)} ms; bare ${bare.toFixed(0)} ms; ${((bare / many) * 100).toFixed(0)} % of the rate`,
    }),
    report({
      name: `cost per order at ${MANY} against that at ${FEW}`,
      ratio: many / MANY / (few / FEW),
      bar: GROWTH,
      note: `${((many / MANY) * 1000).toFixed(0)} µs against ${((few / FEW) * 1000).toFixed(0)} µs`,
    }),
    report({
      name: `one press of ${MOST} rows: memory of the whole bench process`,
      ratio: peak / MOST_BYTES,
      bar: 1,
      note: `${(most / 1000).toFixed(1)} s; ${(peak / 1024 / 1024).toFixed(0)} MB at most, client and yardstick included`,
    }),
  ];
}

async function fewest(service: BenchService): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) times.push(await press(service, FEW, `few-${round}`));
  return Math.min(...times);
}

const answerSchema = z.object({ created: z.number() });

async function press(service: BenchService, rows: number, name: string): Promise<number> {
  const lines = Array.from({ length: rows }, (_, index) => ({
    row: index + 2,
    item: `ITEM-${index % 100}`,
    quantity: String(1 + (index % 37)),
    document: "SO-1",
    line: String(index),
  }));
  const body = JSON.stringify({ key: `bench-press-of-${name}`, lines });
  const begun = performance.now();
  // The yardstick holds the loop for longer than an idle connection lives.
  const headers = { "content-type": "application/json", connection: "close" };
  const response = await fetch(`${service.base}/batches`, { method: "POST", headers, body });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  const { created } = answerSchema.parse(answer);
  if (created !== rows) throw new Error(`${created} of ${rows} orders were created`);
  return performance.now() - begun;
}
