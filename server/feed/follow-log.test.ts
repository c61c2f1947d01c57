import { afterEach, beforeEach, expect, test } from "vitest";
import { eventPageSchema, type EventPage } from "../../shared/wire/events.ts";
import { freshPlace, type FreshPlace } from "../../test/support/fresh-place.ts";
import { startServiceProcess, type ServiceProcess } from "../../test/support/service-process.ts";

const ROWS = 400;
const PRESSES = 6;

let fresh: FreshPlace;
let services: readonly ServiceProcess[];
beforeEach(async () => {
  fresh = await freshPlace();
  services = await Promise.all([startServiceProcess(fresh.place), startServiceProcess(fresh.place)]);
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.end("SIGTERM")));
  await fresh.remove();
});

async function press({ base }: ServiceProcess, key: string): Promise<void> {
  const line = { item: "CHAIR-OAK", quantity: "3", document: key };
  const lines = Array.from({ length: ROWS }, (_, at) => ({ ...line, row: at + 2, line: String(at + 1) }));
  const headers = { "content-type": "application/json" };
  await fetch(`${base}/batches`, { method: "POST", headers, body: JSON.stringify({ key, lines }) });
}

async function eventsAfter(service: ServiceProcess | undefined, after: number): Promise<EventPage> {
  const answer = await fetch(`${service?.base ?? ""}/events?after=${String(after)}&limit=1000`);
  return eventPageSchema.parse(await answer.json());
}

test("a reader who follows the log by position while two services write misses no event (R53)", async () => {
  const writing = Promise.all(
    services.map(async (service, at) => {
      for (let round = 1; round <= PRESSES; round += 1) await press(service, `press-of-${at}-round-${round}`);
    }),
  );
  const until = { isDone: false };
  void writing.then(() => (until.isDone = true));
  const followed: number[] = [];
  for (let turn = 0; ; turn += 1) {
    const wasDone = until.isDone;
    const { events } = await eventsAfter(services[turn % 2], followed.at(-1) ?? 0);
    followed.push(...events.map(({ position }) => position));
    if (wasDone && events.length === 0) break;
  }
  await writing;
  expect(followed).toEqual(await wholeLog());
  expect(followed.length).toBeGreaterThanOrEqual(services.length * PRESSES * (ROWS + 1));
}, 120_000);

async function wholeLog(): Promise<readonly number[]> {
  const positions: number[] = [];
  for (let more = true; more;) {
    const page = await eventsAfter(services[0], positions.at(-1) ?? 0);
    positions.push(...page.events.map(({ position }) => position));
    more = page.more;
  }
  return positions;
}
