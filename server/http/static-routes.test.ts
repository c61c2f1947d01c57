/** The pane's files as Excel asks for them. Needs dist/, which npm test builds first. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ZERO } from "../../shared/quantity/decimal.ts";
import { usualConventions } from "../../shared/planning/conventions.ts";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { plantClock } from "../clock.ts";
import { Feed } from "../feed/feed.ts";
import { RunningJobs } from "../jobs/running-jobs.ts";
import { openDatabase, type Database } from "../store/open-database.ts";

const folder = mkdtempSync(join(tmpdir(), "static-"));
let database: Database;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  database = await openDatabase(join(folder, "empty.sqlite"));
  const ports = {
    database,
    clock: plantClock("UTC"),
    jobs: new RunningJobs(),
    feed: new Feed(),
    log: pino({ level: "silent" }),
    conventions: usualConventions,
    overProductionPercent: ZERO,
    version: "0",
  };
  app = createApp(ports, { apiTokens: [], localActor: "Ana", workbench: true });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const fromMicrosoft = { "sec-fetch-site": "cross-site", "sec-fetch-dest": "iframe" };

test("Excel on the web may show the pane inside its own page", async () => {
  const answer = await app.request("http://localhost/addin/taskpane.html", { headers: fromMicrosoft });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-frame-options")).toBeNull();
  expect(await answer.text()).toContain("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
});

test("the ribbon may keep its icons", async () => {
  const answer = await app.request("http://localhost/addin/icons/app-32.png", { headers: fromMicrosoft });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=86400");
});

test("the pane's page is asked for anew each time, and its code never again", async () => {
  const page = await app.request("http://localhost/addin/taskpane.html");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const script = /src="(taskpane\.[0-9a-f]+\.js)"/.exec(await page.text())?.[1] ?? "not found";
  const code = await app.request(`http://localhost/addin/${script}`);
  expect(code.status).toBe(200);
  expect(code.headers.get("cache-control")).toContain("immutable");
});

test.each(["/api/v1/manufacturing-orders", "/workbench/", "/docs"])(
  "a page of another site is refused at %s",
  async (path) => {
    const answer = await app.request(`http://localhost${path}`, {
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(answer.status).toBe(403);
  },
);

test("https on localhost does not lock the browser out of http on localhost", async () => {
  const answer = await app.request("https://localhost:3443/addin/taskpane.html");
  expect(answer.headers.get("strict-transport-security")).toBeNull();
});
