/** Ribbon buttons pressed before the pane's code is there: Excel would lose them without a word (office-js#5176). */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onRibbonCommand } from "../../addin/host/office.ts";
import { ribbonActionNames } from "../../addin/ribbon/action-names.ts";
import { openExcel, type ExcelBench } from "../support/excel-bench.ts";
import { named, parseManifest } from "../rules/read-manifest.ts";

const manifest = parseManifest(readFileSync(new URL("../../manifest.xml", import.meta.url), "utf8"));
const functions = named(manifest, "FunctionName").map(({ text }) => text);

let bench: ExcelBench;
beforeEach(async () => {
  bench = await openExcel([["Item Number"]]);
  vi.stubGlobal("window", {});
  vi.resetModules();
  await import("../../addin/entry/early.ts");
});
afterEach(() => bench.close());

const fault = (error: unknown): void => {
  throw error;
};

test("each function of the manifest waits for the pane, is run once it is there, and is done only then", async () => {
  expect(functions.toSorted()).toEqual([...ribbonActionNames].toSorted());
  const ended: string[] = [];
  const pressed = functions.map((name) => bench.host.runCommand(name).then(() => ended.push(name)));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ended).toEqual([]);
  const ran: string[] = [];
  for (const name of functions)
    onRibbonCommand(name, { run: () => Promise.resolve(void ran.push(name)), fault });
  await Promise.all(pressed);
  expect(ran).toEqual(functions);
});

test("a button that was pressed twice early runs twice, and later presses run at once", async () => {
  const [name = ""] = functions;
  const early = [bench.host.runCommand(name), bench.host.runCommand(name)];
  await new Promise((resolve) => setTimeout(resolve, 50));
  let count = 0;
  onRibbonCommand(name, { run: () => Promise.resolve(void (count += 1)), fault });
  await Promise.all(early);
  await bench.host.runCommand(name);
  expect(count).toBe(3);
});

test("where the first script could not be loaded the pane answers for itself", async () => {
  vi.stubGlobal("window", {});
  const [name = ""] = functions;
  let count = 0;
  onRibbonCommand(name, { run: () => Promise.resolve(void (count += 1)), fault });
  await bench.host.runCommand(name);
  expect(count).toBe(1);
});

test("a function that fails is told, and ends all the same, so that its button is not greyed out for ever", async () => {
  const [name = ""] = functions;
  const faults: unknown[] = [];
  const broken = new Error("broken");
  onRibbonCommand(name, { run: () => Promise.reject(broken), fault: (error) => void faults.push(error) });
  await bench.host.runCommand(name);
  expect(faults).toEqual([broken]);
});
