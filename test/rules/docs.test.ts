/** The documents say what is so: links lead somewhere, settings and commands are the real ones. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { LARGEST_BODY } from "../../server/app.ts";
import { LONGEST_MINUTES } from "../../shared/planning/operation-minutes.ts";
import { LARGEST_QUANTITY } from "../../shared/validation/check-quantity.ts";
import { LONGEST_TEXT } from "../../shared/validation/check-lines.ts";
import { MOST_LINES, PRIORITIES } from "../../shared/wire/lines.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(repository, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const read = (path: string) => readFileSync(join(repository, path), "utf8");

describe.each(documents)("%s", (document) => {
  test("links to files that are there", () => {
    const links = [...read(document).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = ""]) => link);
    const gone = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => !existsSync(join(repository, dirname(document), link)));
    expect(gone).toEqual([]);
  });

  test("names npm commands that package.json has", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read("package.json")));
    const named = [...read(document).matchAll(/npm run ([a-z][a-z:-]*[a-z])/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test("docs/settings.md has every setting that the code reads, and no other", () => {
  expect(settingsIn(read("docs/settings.md"))).toEqual(settingsIn(read("server/config.ts")));
});

test("docs/limits.md tells the limits that the code holds to", () => {
  const rows = [...read("docs/limits.md").matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|$/gm)];
  const told = new Map(rows.map(([, what = "", most = ""]) => [what, most]));
  const texts = Object.entries(LONGEST_TEXT).map(([field, most]): [string, string] => [field, String(most)]);
  expect(texts.filter(([field, most]) => told.get(field) !== most)).toEqual([]);
  const counted = (most: number | string): string => Number(most).toLocaleString("en-US");
  expect(told.get("rows of a preview or a press")).toBe(counted(MOST_LINES));
  expect(told.get("quantity made")).toContain(counted(LARGEST_QUANTITY));
  expect(told.get("time of one operation")).toContain(counted(LONGEST_MINUTES));
  expect(told.get("priority")).toBe(`${String(PRIORITIES.lowest)} to ${String(PRIORITIES.highest)}`);
  expect(told.get("body, uploaded catalog files as well")).toContain(
    `${String(LARGEST_BODY / 1024 / 1024)} MB`,
  );
});

function settingsIn(text: string): readonly string[] {
  return [...new Set(text.match(/MO_PLANNER_[A-Z_]*[A-Z]/g))].toSorted();
}
