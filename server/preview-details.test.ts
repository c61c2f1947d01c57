/** The preview is a contract in every detail an MO is made of, and for rows that were shown inside another's order. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { planSchema } from "../shared/wire/plan.ts";
import { startService, type TestService } from "../test/support/service.ts";
import type { Transaction } from "./store/open-database.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

type Row = Readonly<Record<string, string | number>>;

const KEY = "press-of-preview-details";
const chairs = { row: 2, item: "CHAIR-OAK", quantity: "10", document: "SO-1", line: "1" };

/** Previews rows and presses Create on `pressed`, by default the same ones, after the world changed. */
async function pressAfter(
  change: () => Promise<unknown>,
  {
    rows = [chairs],
    pressed = rows,
    rules = {},
  }: { rows?: readonly Row[]; pressed?: readonly Row[]; rules?: object } = {},
): Promise<Batch> {
  const plan = planSchema.parse((await service.send("/plans", { lines: rows, rules })).body);
  const fingerprints = plan.rows.flatMap((row) =>
    row.outcome === "ready" ? [{ row: row.row, fingerprint: row.fingerprint }] : [],
  );
  await change();
  const request = { key: KEY, lines: pressed, rules, fingerprints };
  return batchSchema.parse((await service.send("/batches", request)).body);
}

const nothing = () => Promise.resolve();

const changed = (work: (transaction: Transaction) => Promise<unknown>) => () =>
  service.ports.database.write(work);

const idOf = (transaction: Transaction, item: string) =>
  transaction.selectFrom("item").select("id").where("number", "=", item);

const told = (batch: Batch) =>
  batch.rows.map((row) => (row.outcome === "created" ? "created" : (row.problems[0]?.params ?? {})));

describe("a row is refused when, after its preview,", () => {
  test("a component is needed twice: the component is named", async () => {
    const twice = changed((transaction) =>
      transaction
        .updateTable("bom_line")
        .set({ quantity: "2" })
        .where("component_item_id", "=", idOf(transaction, "CARTON-S"))
        .execute(),
    );
    expect(told(await pressAfter(twice))).toMatchObject([
      { before: "materials CARTON-S 10", now: "CARTON-S 20" },
    ]);
  });

  test("its products go to another location", async () => {
    const moved = changed(async (transaction) => {
      await transaction.updateTable("location").set({ is_output: 0 }).where("code", "=", "FG-01").execute();
      await transaction.updateTable("location").set({ is_output: 1 }).where("code", "=", "RM-01").execute();
    });
    expect(told(await pressAfter(moved))).toMatchObject([{ before: "goes to FG-01", now: "RM-01" }]);
  });

  test("an instruction says something else", async () => {
    const reworded = changed((transaction) =>
      transaction
        .updateTable("bom_line")
        .set({ instruction: "Do not oil" })
        .where("instruction", "=", "Two coats")
        .execute(),
    );
    expect(await pressAfter(reworded)).toMatchObject({
      created: 0,
      rows: [{ problems: [{ code: "plan-changed" }] }],
    });
  });

  test("a sub-assembly takes longer, though the order's own days stay", async () => {
    const slower = changed((transaction) =>
      transaction.updateTable("item").set({ lead_time_days: 9 }).where("number", "=", "BACK-STD").execute(),
    );
    const later = { ...chairs, quantity: "300", needDate: "2027-09-30" };
    const batch = await pressAfter(slower, { rows: [later], rules: { subAssemblies: "make" } });
    expect(batch).toMatchObject({ created: 0, rows: [{ problems: [{ code: "plan-changed" }] }] });
  });

  test("its item is kept in another unit: both are told", async () => {
    const unit = (code: string) =>
      changed(async (transaction) => {
        const box = { code: "BOX", description: "", decimals: 2 };
        await transaction.insertInto("unit").values(box).execute();
        const chair = transaction.updateTable("item").where("number", "=", "CHAIR-OAK");
        await chair.set({ unit_code: code }).execute();
      });
    expect(told(await pressAfter(unit("BOX")))).toMatchObject([
      { before: "unit EA", now: "BOX", before2: "decimals of its unit 0", now2: "2" },
    ]);
  });

  test("its steps run at other times, another order having come before it: the times are told", async () => {
    const rules = { capacity: "finite" };
    const later = { ...chairs, quantity: "40" };
    const theirs = [{ row: 2, item: "CHAIR-OAK", quantity: "15", document: "SO-2", line: "1" }];
    const colleague = () => service.send("/batches", { key: "press-of-a-colleague", lines: theirs, rules });
    const batch = await pressAfter(colleague, { rows: [later], rules });
    const [row] = batch.rows;
    const message = row?.outcome === "refused" ? row.problems[0]?.message : "made";
    expect(message).toMatch(/times of its steps \S+ 2027-\d\d-\d\dT\d\d:\d\d to /);
  });

  test("many things are others by now: the first four are told, and how many more", async () => {
    const everything = changed(async (transaction) => {
      await transaction.updateTable("item").set({ lead_time_days: 30 }).execute();
      await transaction.updateTable("routing_operation").set({ run_minutes: "90" }).execute();
      await transaction.updateTable("bom_line").set({ quantity: "9" }).execute();
      await transaction.updateTable("stock_level").set({ available: "0" }).execute();
    });
    const batch = await pressAfter(everything, { rows: [{ ...chairs, needDate: "2027-06-30" }] });
    const [row] = batch.rows;
    const problem = row?.outcome === "refused" ? row.problems[0] : undefined;
    expect(Number(problem?.params["more"])).toBeGreaterThan(0);
    expect(problem?.message.match(/ is now /g)).toHaveLength(4);
    expect(problem?.message).toMatch(/; and \d+ more differences?\.$/);
  });

  test.each([
    ["another document", { document: "SO-2" }],
    ["another day", { needDate: "2027-06-30" }],
  ])("it is pressed for %s", async (_what, other) => {
    const batch = await pressAfter(nothing, { pressed: [{ ...chairs, ...other }] });
    expect(batch).toMatchObject({ created: 0, rows: [{ problems: [{ code: "plan-changed" }] }] });
  });
});

test("a memo written after the preview is taken: it is the planner's own word, and nothing is planned by it", async () => {
  const batch = await pressAfter(nothing, { pressed: [{ ...chairs, notes: "For the fair" }] });
  expect(batch).toMatchObject({ created: 1, refused: 0 });
});

describe("a merged row", () => {
  const ofOrder = { row: 2, kind: "sales-order", document: "SO-20421", line: "2", quantity: "24" };
  const own = { row: 3, item: "CHAIR-OAK", quantity: "6", needDate: "2027-06-01" };
  const merged = { rows: [ofOrder, own], rules: { merge: "item-store" } };

  test("is made with its order when nothing changed", async () => {
    expect(await pressAfter(nothing, merged)).toMatchObject({ created: 2, refused: 0 });
  });

  test("does not become an order nobody previewed when the row it was merged into is refused", async () => {
    const covered = () => service.send("/batches", { key: "press-of-a-colleague", lines: [ofOrder] });
    const batch = await pressAfter(covered, merged);
    expect(batch).toMatchObject({ created: 0, refused: 2 });
    expect(told(batch)[1]).toMatchObject({ before: "no order of its own", now: "one of 6 EA" });
  });

  test("is refused with its order when the shares are others than shown", async () => {
    const shares = [
      { ...ofOrder, quantity: "20" },
      { ...own, quantity: "10" },
    ];
    expect(await pressAfter(nothing, { ...merged, pressed: shares })).toMatchObject({
      created: 0,
      refused: 2,
    });
  });
});
