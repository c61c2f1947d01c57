import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mo-planner-thread-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** In a process of its own, which has nothing else to do. */
async function run(script: string): Promise<string> {
  const opened = `
    import { openDatabase } from "./server/store/open-database.ts";
    const database = await openDatabase(${JSON.stringify(join(folder, "alone.sqlite"))});
    ${script}`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...["--import", "tsx", "--input-type=module", "--eval"],
    opened,
  ]);
  return stdout.trim();
}

test("a process that closes its database goes on to its end", async () => {
  const manyRows = `
    import { insertRows } from "./server/store/insert-rows.ts";
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ code: "U" + index, description: "", decimals: 0 }));
    await database.write((transaction) => insertRows(transaction, "unit", rows));`;
  expect(await run(`${manyRows} await database.close(); console.log("closed");`)).toBe("closed");
});

test("a process that forgets to close its database ends all the same", async () => {
  expect(await run(`console.log("forgotten");`)).toBe("forgotten");
});
