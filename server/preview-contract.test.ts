/** What Create makes is what the preview showed: a row whose world changed in between is refused with old and new. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema, type BatchRow } from "../shared/wire/batch.ts";
import { planSchema } from "../shared/wire/plan.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

/** Nothing of what changes below is about it. */
const shelves = { row: 9, item: "00423", quantity: "2", document: "SO-9" };

let presses = 0;

/** Previews the row beside another one, lets the world change, presses Create, and tells what became of the row. */
async function pressAfter(
  line: object,
  change: () => Promise<unknown>,
  rules: object = {},
): Promise<BatchRow> {
  presses += 1;
  const lines = [
    { row: 2, ...line },
    { ...shelves, line: String(presses) },
  ];
  const plan = planSchema.parse((await service.send("/plans", { lines, rules })).body);
  const fingerprints = plan.rows.flatMap((row) =>
    row.outcome === "ready" ? [{ row: row.row, fingerprint: row.fingerprint }] : [],
  );
  expect(fingerprints).toHaveLength(2);
  await change();
  const key = `press-of-contract-${String(presses).padStart(4, "0")}`;
  const { rows } = batchSchema.parse(
    (await service.send("/batches", { key, lines, rules, fingerprints })).body,
  );
  const [row, other] = rows;
  expect(other).toMatchObject({ row: 9, outcome: "created" });
  if (row === undefined) throw new Error("The row has no answer");
  return row;
}

const refusedFor = (before: string, now: string) => ({
  outcome: "refused",
  problems: [{ code: "plan-changed", params: { before, now } }],
});

async function bring(name: string, text: string): Promise<void> {
  const files = [{ name: `${name}.csv`, bytes: new TextEncoder().encode(text) }];
  const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
  expect((await importCatalog(service.ports, request)).applied).toBe(true);
}

const stockOf = (item: string, available: string) => () =>
  bring(
    "stock",
    `item,store,location,available\n${item},MAIN,${item.startsWith("CHAIR") ? "FG-01" : "WIP-01"},${available}\n`,
  );

const orderLine = (quantity: string, done: string) => () =>
  bring(
    "sales-orders",
    `document,line,item,store,quantity,done,need date,status,party
SO-20421,2,CHAIR-OAK,MAIN,${quantity},${done},2027-03-19,released,Hotel Maas
`,
  );

const otherPlannerMakes = (line: object) => async () => {
  presses += 1;
  const key = `press-of-another-${String(presses).padStart(4, "0")}`;
  const { body } = await service.send("/batches", { key, lines: [{ row: 2, ...line }] });
  expect(batchSchema.parse(body).created).toBe(1);
};

describe("a row that is pressed after its preview", () => {
  const chairs = { item: "CHAIR-OAK", quantity: "10", document: "SO-1", line: "1" };
  const ofOrder = { kind: "sales-order", document: "SO-20421", line: "2", quantity: "20" };

  test("is made when nothing changed that it was shown by", async () => {
    const row = await pressAfter(chairs, stockOf("STOOL-45", "77"));
    expect(row).toMatchObject({ outcome: "created" });
  });

  test("is refused when the stock of a component no longer is enough", async () => {
    await stockOf("SEAT-OAK", "500")();
    const row = await pressAfter(chairs, stockOf("SEAT-OAK", "0"));
    expect(row).toMatchObject(refusedFor("missing materials LABEL-STD 10", "SEAT-OAK 10, LABEL-STD 10"));
  });

  test("is refused when another planner's order took the components meanwhile", async () => {
    for (const part of ["SEAT-OAK", "BACK-STD", "FRAME-CH"]) await stockOf(part, "12")();
    const theirs = otherPlannerMakes({ item: "CHAIR-OAK", quantity: "7", document: "SO-2", line: "1" });
    expect(await pressAfter(chairs, theirs)).toMatchObject({ problems: [{ code: "plan-changed" }] });
  });

  test("takes no MO number when it is refused", async () => {
    const next = async () => {
      const { body } = await service.send("/batches", {
        key: `press-for-number-${String((presses += 1)).padStart(4, "0")}`,
        lines: [{ ...shelves, line: `N-${presses}` }],
      });
      const [row] = batchSchema.parse(body).rows;
      return row?.outcome === "created" ? Number(row.number.slice(3, -1)) : 0;
    };
    const before = await next();
    await pressAfter(ofOrder, orderLine("40", "8"));
    expect(await next()).toBe(before + 2);
  });

  test("is refused when more is wanted by its line", async () => {
    const row = await pressAfter(ofOrder, orderLine("40", "8"));
    expect(row).toMatchObject(refusedFor("wanted by its line 32", "40"));
  });

  test("is refused when some of its line was shipped", async () => {
    const row = await pressAfter(ofOrder, orderLine("32", "10"));
    expect(row).toMatchObject(refusedFor("shipped or received of its line 8", "10"));
  });

  test("is refused when another planner covers a part of its line", async () => {
    const row = await pressAfter(
      { ...ofOrder, quantity: "5" },
      otherPlannerMakes({ ...ofOrder, quantity: "9" }),
    );
    expect(row).toMatchObject(refusedFor("on MOs for its line 0", "9"));
  });

  test("of a shortage or a snapshot is refused when its item's stock changed", async () => {
    await stockOf("CHAIR-OAK", "3")();
    for (const kind of ["shortage", "snapshot"]) {
      const row = await pressAfter(
        { ...chairs, kind },
        stockOf("CHAIR-OAK", kind === "shortage" ? "30" : "3"),
      );
      expect(row).toMatchObject({ outcome: "refused" });
      expect(row.outcome === "refused" && row.problems[0]?.message).toMatch(
        /projected stock -?\d+ is now -?\d+/,
      );
    }
  });

  test("of a shortage is refused when another planner makes the same item from another row", async () => {
    const shortage = (quantity: string) => ({ kind: "shortage", item: "CHAIR-OAK", store: "MAIN", quantity });
    const row = await pressAfter(shortage("22"), otherPlannerMakes(shortage("21")));
    expect(row).toMatchObject({ outcome: "refused", problems: [{ code: "plan-changed" }] });
  });
});
