import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { arePagesCurrent, sourceFingerprint } from "./build-pages.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
  write("addin/entry/taskpane.tsx", "one");
  for (const page of ["addin/taskpane.html", "workbench/index.html", "manifest.xml"])
    write(`dist/${page}`, "");
  write("dist/made-from.txt", sourceFingerprint(folder, {}));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("pages made from these very sources are not built again", () => {
  expect(arePagesCurrent(folder, {})).toBe(true);
});

test("a source that was only touched does not make a build", () => {
  utimesSync(join(folder, "addin/entry/taskpane.tsx"), new Date(), new Date());
  expect(arePagesCurrent(folder, {})).toBe(true);
});

test("a changed source makes a build", () => {
  write("addin/entry/taskpane.tsx", "two");
  expect(arePagesCurrent(folder, {})).toBe(false);
});

test("a new source and a renamed source make a build", () => {
  write("shared/quantity/unit.ts", "");
  expect(arePagesCurrent(folder, {})).toBe(false);
  write("dist/made-from.txt", sourceFingerprint(folder, {}));
  rmSync(join(folder, "shared/quantity/unit.ts"));
  write("shared/quantity/units.ts", "");
  expect(arePagesCurrent(folder, {})).toBe(false);
});

test("a changed test makes no build, because no test is in the pages", () => {
  write("addin/entry/taskpane.test.tsx", "");
  expect(arePagesCurrent(folder, {})).toBe(true);
});

test("another base address makes a build, because the manifest names it", () => {
  expect(arePagesCurrent(folder, { MO_PLANNER_BASE_URL: "https://planner.example.com" })).toBe(false);
});

test("a page that is gone makes a build", () => {
  rmSync(join(folder, "dist/manifest.xml"));
  expect(arePagesCurrent(folder, {})).toBe(false);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
