/** Small files and small functions, held to numbers so that growth is seen when it happens. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { measureFile, measureFunctions, median, sourceFiles } from "./measure-sizes.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const ROOMS = ["shared", "server", "addin", "workbench", "scripts", "test"];

/** Long lists of the same small thing, which would not be easier to read in pieces. */
const flatCatalogues: readonly string[] = ["shared/intake/heading-synonyms.ts"];

const files = sourceFiles(repository, ROOMS);
const products = files.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith("test/"));
const fileSizes = files.map((file) => measureFile(repository, file));
const functionSizes = products.flatMap((file) => measureFunctions(repository, file));

test("no file has more than 300 lines of code, except the flat catalogues", () => {
  const long = fileSizes.filter(({ name, lines }) => lines > 300 && !flatCatalogues.includes(name));
  expect(long).toEqual([]);
});

test("the median file has at most 70 lines of code", () => {
  const lines = fileSizes.filter(({ name }) => products.includes(name)).map((size) => size.lines);
  print("files", lines);
  expect(median(lines)).toBeLessThanOrEqual(70);
});

test("no function has more than 40 lines of code, and the median one at most 8", () => {
  const lines = functionSizes.map((size) => size.lines);
  print("functions", lines);
  expect(functionSizes.filter((size) => size.lines > 40)).toEqual([]);
  expect(median(lines)).toBeLessThanOrEqual(8);
});

test("every flat catalogue that is excused is still there", () => {
  expect(flatCatalogues.filter((file) => !files.includes(file))).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), "sizes-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("blank lines and comments are not counted, and the lines of a text are", () => {
  const source = ["/** Why.", " */", "", "export function one() {", "  // why", "  return `a", "b`;", "}"];
  writeFileSync(join(folder, "measured.ts"), source.join("\n"));
  expect(measureFile(folder, "measured.ts").lines).toBe(4);
  expect(measureFunctions(folder, "measured.ts")).toEqual([{ name: "measured.ts:4", lines: 4 }]);
});

function print(what: string, lines: readonly number[]): void {
  console.log(
    `${lines.length} ${what}: median ${median(lines)}, longest ${Math.max(...lines)} lines of code`,
  );
}
