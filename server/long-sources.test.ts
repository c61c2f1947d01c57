/** Lists as long as a factory's catalog: nobody waits for somebody else's (R23). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourceSchema, type SourceName } from "../shared/wire/sources.ts";
import { startService, type TestService } from "../test/support/service.ts";

const ITEMS = 1_000;

let service: TestService;
beforeEach(async () => {
  service = await startService();
  const numbers = Array.from({ length: ITEMS }, (_, at) => `PART-${String(at).padStart(5, "0")}`);
  await imports({
    items: ["number,description,unit", ...numbers.map((number) => `${number},Part,EA`)],
    "stock-levels": ["item,store,available", ...numbers.map((number) => `${number},MAIN,7`)],
    "sales-orders": [
      "document,line,item,store,quantity,unit,status",
      ...numbers.map((number, at) => `SO-LONG,${String(at + 1)},${number},MAIN,3,EA,released`),
    ],
  });
});
afterEach(() => service.close());

async function imports(files: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const form = new FormData();
  for (const [name, lines] of Object.entries(files))
    form.append("files", new File([lines.join("\n")], `${name}.csv`));
  const answer = await service.app.request("/api/v1/catalog/imports", { method: "POST", body: form });
  expect(await answer.json()).toMatchObject({ applied: true, problems: [] });
}

/** How often others were let go first while the source was read. */
async function turnsDuring(name: SourceName) {
  const reading = { isOver: false, turns: 0 };
  const nextTurn = (): void => {
    reading.turns += 1;
    if (!reading.isOver) setImmediate(nextTurn);
  };
  setImmediate(nextTurn);
  const { body } = await service.send(`/sources/${name}`);
  reading.isOver = true;
  return { rows: sourceSchema.parse(body).rows, turns: reading.turns };
}

test.each(["short-inventory-planner", "item-inventory-snapshot", "sales-order-lines"] as const)(
  "while the %s of a thousand items is read, others get their turn, and every row is told once",
  async (name) => {
    const { rows, turns } = await turnsDuring(name);
    const keys = rows.map((row) => JSON.stringify(name === "sales-order-lines" ? row.slice(0, 2) : row));
    expect(new Set(keys).size).toBe(rows.length);
    expect(keys.filter((key) => /PART-|SO-LONG/.test(key))).toHaveLength(ITEMS);
    expect(turns).toBeGreaterThanOrEqual(ITEMS / 200);
  },
);
