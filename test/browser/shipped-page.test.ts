import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type { Route } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import "../../workbench/page/offer-to-tests.ts";
import { openWorkbench, type Workbench } from "../support/workbench.ts";

const OFFICE_FILES = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
/** A name that never leaves this machine: the test answers for it. */
const ORIGIN = "https://planner.test";
/** As a careful administrator would set it: no script that stands in the page itself, and none that is made of text. */
const STRICT = "script-src 'self' https://appsforoffice.microsoft.com";

let bench: Workbench;

afterEach(() => bench.close());

async function answerForCdn(route: Route): Promise<void> {
  const name = new URL(route.request().url()).pathname.replace("/lib/1/hosted/", "").toLowerCase();
  const types: Readonly<Record<string, string>> = {
    ".js": "text/javascript",
    ".html": "text/html",
    ".css": "text/css",
  };
  const headers = {
    "access-control-allow-origin": "*",
    "content-type": types[extname(name)] ?? "application/octet-stream",
  };
  await route.fulfill({ body: await readFile(join(OFFICE_FILES, name)), headers });
}

/** The workbench's frame gets the page as it ships, with the files that stand beside it. */
async function answerForService(route: Route): Promise<void> {
  const { pathname, search } = new URL(route.request().url());
  // Held for ever, as by a proxy that swallows streams: the pane must do without.
  if (pathname.endsWith("/events/stream")) return;
  const isPane =
    pathname === "/workbench/taskpane.html" || route.request().frame() !== bench.page.mainFrame();
  const path = isPane ? pathname.replace("/workbench/", "/addin/") : pathname;
  try {
    const response = await route.fetch({ url: `${bench.base}${path}${search}` });
    const headers = { ...response.headers(), ...(isPane && { "content-security-policy": STRICT }) };
    await route.fulfill({ response, headers });
  } catch (error) {
    // The pane may ask for events in the very moment the test closes its page.
    if (!bench.page.isClosed()) throw error;
  }
}

test("the task pane as it ships, byte for byte, works on https, under a strict policy for scripts, with office.js from the address it names", async () => {
  bench = await openWorkbench();
  await bench.context.route(`${CDN}**`, answerForCdn);
  await bench.context.route(`${ORIGIN}/**`, answerForService);
  await bench.page.goto(`${ORIGIN}/workbench/`);
  await bench.pane.getByText("Live, every few seconds").waitFor({ timeout: 20_000 });
  const scripts = await bench.pane
    .locator("script[src]")
    .evaluateAll((all) => all.map((script) => script.getAttribute("src")));
  expect(scripts).toContain(`${CDN}office.js`);
  await bench.selects("A2:G4");
  await bench.presses(/^Create 3/);
  await bench.pane.getByText("3 MOs created").waitFor();
  expect((await bench.sees("I2:I4")).flat()).toEqual(["Open", "Open", "Open"]);
});
