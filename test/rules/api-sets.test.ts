/** The manifest asks for what the add-in really needs, and no more: each set shuts out older Excels. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { named, parseManifest } from "./read-manifest.ts";
import { usedApiSets, type ApiUse } from "./used-api-sets.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const required = requiredSets();

describe("the requirement sets of the manifest", () => {
  let uses: readonly ApiUse[] = [];
  beforeAll(() => {
    uses = usedApiSets([...sources("addin/host"), ...sources("addin/entry")]);
  }, 60_000);

  test("Excel's set is no higher than what the add-in uses", () => {
    const highest = Math.max(
      ...uses.filter(({ set }) => set === "ExcelApi").map(({ version }) => rank(version)),
    );
    expect(rank(required.get("ExcelApi") ?? "")).toBeLessThanOrEqual(highest);
  });

  test("a file that uses something newer than the manifest asks for asks Excel for it first", () => {
    expect(unasked(uses, (file) => readFileSync(join(repository, file), "utf8"))).toEqual([]);
  });

  test("the shared runtime is asked for, because the ribbon's functions run in the pane's page", () => {
    expect(required.get("SharedRuntime")).toBe("1.1");
    expect([...required.keys()]).toEqual(["ExcelApi", "SharedRuntime"]);
  });
});

describe("the reader of API sets", () => {
  const folder = mkdtempSync(join(tmpdir(), "api-sets-"));
  const fixture = join(folder, "newer.ts");
  afterAll(() => rmSync(folder, { recursive: true }));

  test("sees what a file uses, and complains when a newer set was not asked for", () => {
    const code = `export async function look(context: Excel.RequestContext) {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.onChanged.add(async () => undefined);
      sheet.onRowHiddenChanged.add(async () => undefined);
      await context.sync();
    }`;
    writeFileSync(fixture, code);
    const uses = usedApiSets([fixture]);
    expect(uses.map(({ member, set, version }) => `${member} ${set} ${version}`)).toEqual(
      expect.arrayContaining([
        "Worksheet.onChanged ExcelApi 1.7",
        "Worksheet.onRowHiddenChanged ExcelApi 1.11",
      ]),
    );
    expect(unasked(uses, () => code)).toEqual([
      expect.stringMatching(/newer\.ts: Worksheet\.onRowHiddenChanged needs ExcelApi 1\.11/),
    ]);
    expect(unasked(uses, () => `isSetSupported("ExcelApi", "1.11")`)).toEqual([]);
    expect(unasked(uses, () => `isSetSupported("ExcelApi", "1.9")`)).toHaveLength(1);
  }, 60_000);
});

function requiredSets(): ReadonlyMap<string, string> {
  const manifest = parseManifest(readFileSync(join(repository, "manifest.xml"), "utf8"));
  return new Map(
    named(manifest, "Set").map(({ attributes }) => [attributes.Name ?? "", attributes.MinVersion ?? ""]),
  );
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(repository, folder))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(repository, folder, name));
}

/**
 * Uses above the manifest's version in files that never ask isSetSupported for a version that brings them. What an
 * event brings along is plain data: in an older Excel it is undefined, and reading it does no harm.
 */
function unasked(uses: readonly ApiUse[], read: (file: string) => string): readonly string[] {
  return uses
    .filter(({ set, version }) => rank(version) > rank(required.get(set) ?? "0.0"))
    .filter(({ member }) => !/EventArgs\./.test(member))
    .filter(({ file, set, version }) => {
      const asked = [...read(file).matchAll(/isSetSupported\("(\w+)", "(\d+\.\d+)"\)/g)];
      return !asked.some(
        ([, askedSet, askedVersion = "0.0"]) => askedSet === set && rank(askedVersion) >= rank(version),
      );
    })
    .map(({ file, member, set, version }) => `${file}: ${member} needs ${set} ${version}`);
}

/** "1.9" is older than "1.10". */
function rank(version: string): number {
  const [major = "0", minor = "0"] = version.split(".");
  return Number(major) * 1000 + Number(minor);
}
