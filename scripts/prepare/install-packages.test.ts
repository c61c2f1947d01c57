import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { areInstalled } from "./install-packages.mjs";

const wanted = {
  "": { name: "product" },
  "node_modules/hono": { version: "4.13.19" },
  "node_modules/for-another-machine": { version: "1.0.0", optional: true },
};
const installed = { "node_modules/hono": { version: "4.13.19" } };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packages-"));
  mkdirSync(join(folder, "node_modules"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("packages that are there are not installed again", () => {
  lockIs(wanted);
  noteIs(installed);
  expect(areInstalled(folder)).toBe(true);
});

test("a package-lock that asks for another version is installed", () => {
  lockIs({ ...wanted, "node_modules/hono": { version: "4.14.0" } });
  noteIs(installed);
  expect(areInstalled(folder)).toBe(false);
});

test("a package-lock that asks for one package more is installed", () => {
  lockIs({ ...wanted, "node_modules/zod": { version: "4.6.7" } });
  noteIs(installed);
  expect(areInstalled(folder)).toBe(false);
});

test("an install that was broken off is done again", () => {
  lockIs(wanted);
  expect(areInstalled(folder)).toBe(false);
  writeFileSync(join(folder, "node_modules", ".package-lock.json"), `{"packages": {"node_mo`);
  expect(areInstalled(folder)).toBe(false);
});

test("a checkout without package-lock.json is said to be broken, not installed from guesses", () => {
  expect(() => areInstalled(folder)).toThrow("no package-lock.json");
});

function lockIs(packages: object): void {
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages }));
}

function noteIs(packages: object): void {
  writeFileSync(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
}
