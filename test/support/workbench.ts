/** The real service, the real build and a real browser, with verbs for what a planner does in the workbench. */
import { serve } from "@hono/node-server";
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from "playwright-core";
import { plantClock } from "../../server/clock.ts";
import { findBrowser } from "../../scripts/prepare/find-browser.mjs";
import { startService, type TestService } from "./service.ts";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Workbench {
  readonly service: TestService;
  readonly page: Page;
  readonly context: BrowserContext;
  /** The task pane. */
  readonly pane: FrameLocator;
  readonly base: string;
  readonly selects: (addresses: string | readonly string[], sheet?: string) => Promise<void>;
  /** Presses the one button, whatever it says it will do. */
  readonly presses: (label?: RegExp) => Promise<void>;
  /** The displayed texts of the sheet. */
  readonly sees: (address: string, sheet?: string) => Promise<string[][]>;
  /** Ends every connection and answers no more, until it is mended: a service that is down. */
  readonly cut: () => void;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

let launched: Promise<Browser> | null = null;

export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = null;
}

interface Look {
  /** Null leaves the frames to the colour scheme of the page around them. */
  readonly colorScheme?: "light" | "dark" | null;
  readonly forcedColors?: "active";
}

/** On the demo factory. */
export async function openWorkbench(look: Look = {}): Promise<Workbench> {
  return openWorkbenchOn(await startService({ workbench: true }, plantClock("UTC")), look);
}

export async function openWorkbenchOn(service: TestService, look: Look = {}): Promise<Workbench> {
  let { server, port } = await listen(service, 0);
  const cut = (): void => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  };
  const base = `http://localhost:${String(port)}`;
  launched ??= launch();
  const context = await (await launched).newContext({ viewport: { width: 1280, height: 800 }, ...look });
  context.setDefaultTimeout(12_000);
  const page = await context.newPage();
  await page.goto(`${base}/workbench/`);
  const pane = page.frameLocator("#pane iframe");
  await pane.getByText("Live").waitFor();
  return {
    ...{ service, page, context, pane, base },
    selects: (addresses, sheet) =>
      page.evaluate(([at, name]) => window.workbench.select(at, name), [addresses, sheet] as const),
    presses: (label = /^Create \d/) => pane.getByRole("button", { name: label }).click(),
    sees: (address, sheet) =>
      page.evaluate(([at, name]) => window.workbench.read(at, name), [address, sheet] as const),
    cut,
    mend: async () => {
      ({ server, port } = await listen(service, port));
    },
    close: async () => {
      await context.close();
      cut();
      await service.close();
    },
  };
}

function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error("No Chrome, Chromium or Edge was found: run the tests with npm test.");
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

function listen(
  service: TestService,
  wanted: number,
): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: service.app.fetch, hostname: "127.0.0.1", port: wanted }, ({ port }) =>
      resolve({ server, port }),
    );
  });
}
