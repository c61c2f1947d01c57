/** The real service, the real build and a real browser, with verbs for what a planner does in the workbench. */
import { serve } from "@hono/node-server";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { plantClock } from "../../server/clock.ts";
import { closePage, openPage, type Look } from "./browser.ts";
import { startService, type TestService } from "./service.ts";

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

/** On the demo factory. */
export async function openWorkbench(look: Look = {}): Promise<Workbench> {
  return openWorkbenchOn(await startService({ workbench: true }, plantClock("UTC")), look);
}

/** What a browser keeps of a page it keeps by its address: one for all workbenches of a worker that are open by turns. */
let usualPort = 0;

export async function openWorkbenchOn(service: TestService, look: Look = {}): Promise<Workbench> {
  let { server, port } = await listen(service, usualPort).catch(() => listen(service, 0));
  usualPort ||= port;
  const cut = (): void => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  };
  const base = `http://localhost:${String(port)}`;
  const page = await openPage(base, look);
  await page.goto(`${base}/workbench/`, { waitUntil: "commit" });
  const pane = page.frameLocator("#pane iframe");
  await pane.getByText("Live").waitFor();
  return {
    service,
    page,
    context: page.context(),
    pane,
    base,
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
      await closePage(page);
      cut();
      await service.close();
    },
  };
}

function listen(
  { app }: TestService,
  wanted: number,
): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: wanted }, ({ port }) =>
      resolve({ server, port }),
    );
    server.once("error", reject);
  });
}
