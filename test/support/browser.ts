/**
 * One Chromium for all tests of a worker. It keeps what it compiled of the pane and of office.js, which is most of the
 * time that opening a workbench takes; what a test left behind is cleared before the next.
 */
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/prepare/find-browser.mjs";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Look {
  /** Null leaves the frames to the colour scheme of the page around them. */
  readonly colorScheme?: "light" | "dark" | null;
  readonly forcedColors?: "active";
}

let launched: Promise<BrowserContext> | null = null;

/** A page with nothing in the browser's stores for this address. */
export async function openPage(origin: string, look: Look): Promise<Page> {
  launched ??= launch();
  const page = await (await launched).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", {
    origin,
    storageTypes: "cookies,local_storage,indexeddb",
  });
  await session.detach();
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...look });
  return page;
}

/** Closes the page, and takes back what the test asked of the whole browser. */
export async function closePage(page: Page): Promise<void> {
  const context = page.context();
  await page.close();
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await context.clearPermissions();
}

async function launch(): Promise<BrowserContext> {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error("No Chrome, Chromium or Edge was found: run the tests with npm test.");
  const viewport = { width: 1280, height: 800 };
  // No folder named: a temporary one, which goes with the browser, as the browser goes with the worker.
  const context = await chromium.launchPersistentContext("", { executablePath, args: ARGUMENTS, viewport });
  context.setDefaultTimeout(12_000);
  context.once("close", () => (launched = null));
  return context;
}
