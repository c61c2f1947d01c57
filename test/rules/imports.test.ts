/** The rules about who may import whom hold here, and each of them bites where it is broken. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const rulesFile = join(repository, ".dependency-cruiser.cjs");
const program = join(repository, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Rule, the file that breaks it, and what that file imports. */
const broken: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ["no-cycles", "server/feed/circle.ts", "./other-half.ts"],
  ["resolvable", "server/feed/nowhere.ts", "./not-there.ts"],
  ["shared-is-pure", "shared/quantity/reads-files.ts", "node:fs"],
  ["shared-is-pure", "shared/quantity/logs.ts", "pino"],
  ["shared-quantity-looks-left", "shared/quantity/right.ts", "../intake/target.ts"],
  ["shared-row-looks-left", "shared/row/right.ts", "../intake/target.ts"],
  ["shared-stock-looks-left", "shared/stock/right.ts", "../validation/target.ts"],
  ["shared-intake-looks-left", "shared/intake/right.ts", "../validation/target.ts"],
  ["shared-validation-looks-left", "shared/validation/right.ts", "../planning/target.ts"],
  ["shared-planning-looks-left", "shared/planning/right.ts", "../order/target.ts"],
  ["shared-order-looks-left", "shared/order/right.ts", "../event/target.ts"],
  ["shared-event-looks-left", "shared/event/right.ts", "../wire/target.ts"],
  ["shared-wire-looks-left", "shared/wire/right.ts", "../sheet/target.ts"],
  ["shared-sheet-looks-left", "shared/sheet/right.ts", "../new-room/target.ts"],
  ["addin-imports-shared-only", "addin/sync/reaches-over.ts", "../../server/store/target.ts"],
  ["addin-imports-shared-only", "addin/sync/leans-on-workbench.ts", "../../workbench/host/target.ts"],
  ["server-imports-shared-only", "server/feed/reaches-over.ts", "../../addin/host/target.ts"],
  ["workbench-stands-alone", "workbench/page/peeks.ts", "../../addin/host/target.ts"],
  ["workbench-stands-alone", "workbench/host/plans.ts", "../../shared/planning/target.ts"],
  ["workbench-host-knows-no-page", "workbench/host/looks-up.ts", "../page/target.ts"],
  ["sql-in-store-only", "server/use-cases/asks-directly.ts", "kysely"],
  ["http-at-the-door-only", "server/use-cases/answers.ts", "hono"],
  ["http-at-the-door-only", "server/store/serves.ts", "@hono/node-server"],
  ["react-in-pane-only", "addin/sync/draws.ts", "react"],
  ["react-in-pane-only", "addin/paint/dresses.ts", "@fluentui/react-components"],
  ["office-in-host-only", "addin/pane/types.ts", "office-js"],
  ["pane-does-not-touch-excel", "addin/pane/writes.ts", "../host/target.ts"],
  ["no-development-packages-in-products", "server/feed/playful.ts", "fast-check"],
  ["no-unlisted-packages", "server/feed/borrows.ts", "somebody-elses"],
  ["use-cases-know-no-door", "server/use-cases/knows-who-asks.ts", "../http/target.ts"],
];

const listed = [
  "pino",
  "kysely",
  "hono",
  "@hono/node-server",
  "react",
  "@fluentui/react-components",
  "office-js",
];
const forDevelopment = ["fast-check"];
const unlisted = ["somebody-elses"];

const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

describe("this repository", () => {
  test("keeps every rule", () => {
    const rooms = ["shared", "addin", "server", "workbench", "test", "scripts"];
    expect(violationsIn(repository, rooms)).toEqual([]);
  }, 60_000);
});

describe("each rule", () => {
  const tree = mkdtempSync(join(tmpdir(), "imports-"));
  let found: readonly string[] = [];
  beforeAll(() => {
    plantBrokenTree(tree);
    found = violationsIn(tree, ["shared", "addin", "server", "workbench"]);
  }, 60_000);
  afterAll(() => rmSync(tree, { recursive: true }));

  test.each(broken)("%s refuses %s importing %s", (rule, file) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  test("no-orphans refuses a file that nobody uses", () => {
    expect(found).toContain("no-orphans: server/feed/left-over.ts");
  });

  test("files that keep the rules are let through", () => {
    expect(found.filter((line) => line.includes("well-behaved"))).toEqual([]);
  });

  test("is tried here", () => {
    const tried = new Set(["no-orphans", ...broken.map(([rule]) => rule)]);
    const { forbidden } = z
      .object({ forbidden: z.array(z.object({ name: z.string() })) })
      .parse(createRequire(import.meta.url)(rulesFile));
    expect([...tried].toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  });
});

function plantBrokenTree(tree: string): void {
  const plant = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  const own = { name: "tree", dependencies: versions(listed), devDependencies: versions(forDevelopment) };
  plant("package.json", JSON.stringify(own));
  plant(
    "tsconfig.json",
    JSON.stringify({ compilerOptions: { allowImportingTsExtensions: true, noEmit: true } }),
  );
  for (const name of [...listed, ...forDevelopment, ...unlisted]) {
    plant(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    plant(`node_modules/${name}/index.js`, "");
  }
  for (const [, file, imports] of broken) {
    plant(file, `import { thing } from "${imports}";\nexport const own = thing;\n`);
    const target = join(dirname(file), imports);
    if (target.endsWith("target.ts")) plant(target, "export const thing = 1;\n");
  }
  plant("server/feed/other-half.ts", `import { own } from "./circle.ts";\nexport const thing = own;\n`);
  plant("server/feed/left-over.ts", "export const thing = 1;\n");
  plant(
    "server/store/well-behaved.ts",
    `import { Kysely } from "kysely";\nimport { thing } from "../../shared/planning/target.ts";\nexport const own = [Kysely, thing];\n`,
  );
  plant(
    "shared/wire/well-behaved.ts",
    `import type { thing } from "../planning/target.ts";\nexport type Own = typeof thing;\n`,
  );
}

/** "rule: file" for every import that breaks a rule. */
function violationsIn(folder: string, rooms: readonly string[]): readonly string[] {
  const words = [program, "--config", rulesFile, "--output-type", "json", ...rooms];
  const report = reportSchema.parse(JSON.parse(run(words, folder)));
  return report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

/** The json report comes with exit code 0, whatever it finds. */
function run(words: readonly string[], folder: string): string {
  return execFileSync(process.execPath, words, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}
