/** Orders created over HTTP, rows in and results out, against bare inserts of the very same rows. */
import { join } from "node:path";
import { z } from "zod";
import { bareInsertIntoMs, copyOf, rowsOfLastPress } from "./bare-insert.ts";
import { report, type Measured } from "./measure.ts";
import { ServiceProcess } from "./service-process.ts";

const MANY = 10_000;
const FEW = 100;
const MOST = 20_000;
/** Of each figure the one counts that the machine disturbed least. */
const ROUNDS = 3;
/** At least 60 % of the rate of bare inserts. */
const BAR = 1 / 0.6;
/** Cost per order at 10,000 against that at 100. */
const GROWTH = 1.3;
const MOST_BYTES = 512 * 1024 * 1024;
/** Others are answered while a press runs. */
const LONGEST_HOLD_MS = 50;

export async function benchCreating(): Promise<readonly Measured[]> {
  const service = await ServiceProcess.start();
  const few = await fewest(service);
  const rounds: Round[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) rounds.push(await pressMany(service, round));
  await service.close();
  const least = (figure: keyof Round): number => Math.min(...rounds.map((round) => round[figure]));
  const [many, bare, longestHoldMs] = [least("ours"), least("bare"), least("longestHoldMs")];
  const { took, peakBytes } = await most();
  const perSecond = (ms: number): string => `${Math.round((MANY / ms) * 1000)} a second`;
  return [
    report({
      name: `create ${MANY} orders over HTTP against bare inserts`,
      ratio: many / bare,
      bar: BAR,
      note: `${perSecond(many)} against ${perSecond(bare)}: ${((bare / many) * 100).toFixed(0)} % of the rate`,
    }),
    report({
      name: `cost per order at ${MANY} against that at ${FEW}`,
      ratio: many / MANY / (few / FEW),
      bar: GROWTH,
      note: `${((many / MANY) * 1000).toFixed(0)} µs against ${((few / FEW) * 1000).toFixed(0)} µs`,
    }),
    report({
      name: `one press of ${MOST} rows: memory of the service, in parts of 512 MB`,
      ratio: peakBytes / MOST_BYTES,
      bar: 1,
      note: `${(took / 1000).toFixed(1)} s; ${(peakBytes / 1024 / 1024).toFixed(0)} MB at most`,
    }),
    report({
      name: `longest pause of the service in a press of ${MANY}, in parts of 50 ms`,
      ratio: longestHoldMs / LONGEST_HOLD_MS,
      bar: 1,
      note: `${longestHoldMs.toFixed(0)} ms`,
    }),
  ];
}

interface Round {
  readonly ours: number;
  readonly bare: number;
  readonly longestHoldMs: number;
}

/** One press, and the very same rows into a copy of the database as it was before. */
async function pressMany(service: ServiceProcess, round: number): Promise<Round> {
  const copy = await copyOf(service.file, join(service.folder, `bare-${round}.sqlite`));
  await service.watch();
  const ours = await press(service, MANY, `many-${round}`);
  const { longestHoldMs } = await service.figures();
  const bare = bareInsertIntoMs(copy, rowsOfLastPress(service.file, MANY));
  return { ours, bare, longestHoldMs };
}

/** In a fresh service, whose memory is this press's alone. */
async function most(): Promise<{ readonly took: number; readonly peakBytes: number }> {
  const service = await ServiceProcess.start();
  const took = await press(service, MOST, "most");
  const { peakBytes } = await service.figures();
  await service.close();
  return { took, peakBytes };
}

/** The quickest of many: the first of them warm the service up. */
async function fewest(service: ServiceProcess): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) times.push(await press(service, FEW, `few-${round}`));
  return Math.min(...times);
}

const answerSchema = z.object({ created: z.number() });

async function press(service: ServiceProcess, rows: number, name: string): Promise<number> {
  const lines = Array.from({ length: rows }, (_, index) => ({
    row: index + 2,
    item: `ITEM-${index % 100}`,
    quantity: String(1 + (index % 37)),
    document: `SO-${name}`,
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
