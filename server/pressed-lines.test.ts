/** Lines that nobody has imported: however its rows are written, one line is one, and stays so when it is imported (R1, R2). */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { batchSchema, type Batch } from "../shared/wire/batch.ts";
import { orderSchema, type Order } from "../shared/wire/order.ts";
import { sourceSchema } from "../shared/wire/sources.ts";
import { allMigrations } from "./store/migrations/all-migrations.ts";
import { importCatalog } from "./use-cases/import-catalog.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
let presses = 0;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

type Row = Readonly<Record<string, string>>;

const chairs: Row = { document: "SO-NEW-1", line: "1", item: "CHAIR-OAK", quantity: "10" };

async function press(rows: readonly Row[], rules: object = {}): Promise<Batch> {
  presses += 1;
  const lines = rows.map((row, index) => ({ row: index + 2, ...row }));
  const key = `press-of-pressed-lines-${String(presses).padStart(4, "0")}`;
  return batchSchema.parse((await service.send("/batches", { key, lines, rules })).body);
}

const read = async (number: string): Promise<Order> =>
  orderSchema.parse((await service.send(`/manufacturing-orders/${number}`)).body);

/** Of each row: how many are made, or why none. */
function outcomes(batch: Batch): Promise<readonly string[]> {
  return Promise.all(
    batch.rows.map(async (row) =>
      row.outcome === "refused" ? (row.problems[0]?.code ?? "") : (await read(row.number)).quantity,
    ),
  );
}

const numbersOf = (batch: Batch): readonly string[] =>
  batch.rows.flatMap((row) => (row.outcome === "created" ? [row.number] : []));

const messageOf = (batch: Batch): string => {
  const [row] = batch.rows;
  return row?.outcome === "refused" ? (row.problems[0]?.message ?? "") : "";
};

describe("a line that only rows told of", () => {
  test.each<[string, Row]>([
    ["of another kind", { kind: "sales-order" }],
    ["of a purchase order", { kind: "purchase-order" }],
    ["with zeros before the line's number", { line: "001" }],
    ["in other letters", { document: "so-new-1", item: "oc-1" }],
    ["in another store, on another day", { store: "EAST", needDate: "2027-05-05" }],
  ])("is not made again from a row %s", async (_how, other) => {
    const [number = ""] = numbersOf(await press([chairs]));
    const again = await press([{ ...chairs, ...other }]);
    expect(await outcomes(again)).toEqual(["already-covered"]);
    expect(messageOf(again)).toContain(`10 of 10 EA are on ${number} (Ana)`);
  });

  test("is another one for another item, or under another line number", async () => {
    await press([chairs]);
    const others = [
      { ...chairs, item: "TABLE-180" },
      { ...chairs, line: "10" },
    ];
    expect(await outcomes(await press(others))).toEqual(["10", "10"]);
  });

  test("counts all that was pressed for it, also when repeated rows were kept", async () => {
    const both = await press([chairs, { ...chairs, line: "01" }], { duplicateRows: "keep" });
    expect(await outcomes(both)).toEqual(["10", "10"]);
    const more = await press([{ ...chairs, quantity: "15" }], { coveredRows: "make-remaining" });
    expect(await outcomes(more)).toEqual(["already-covered"]);
    expect(messageOf(more)).toContain(`20 of 20 EA are on ${numbersOf(both).join(" (Ana), ")} (Ana)`);
    const rest = await press([{ ...chairs, quantity: "25" }], { coveredRows: "make-remaining" });
    expect(await outcomes(rest)).toEqual(["5"]);
    expect(await outcomes(await press([{ ...chairs, quantity: "25" }]))).toEqual(["already-covered"]);
  });

  test("is free again when its orders are cancelled", async () => {
    const both = await press([chairs, chairs], { duplicateRows: "keep" });
    await service.send("/manufacturing-orders/cancel", { numbers: numbersOf(both) });
    expect(await outcomes(await press([{ ...chairs, line: "01" }]))).toEqual(["10"]);
  });

  test("is known again in a database of an earlier version, which knew it by kind and by the line as written", async () => {
    const numbers = numbersOf(await press([chairs, { ...chairs, line: "2" }]));
    await service.ports.database.write(async (transaction) => {
      const pressed = transaction.updateTable("demand_line").where("document", "=", "SO-NEW-1");
      const key = (line: string) => JSON.stringify(["manual", "so-new-1", line, 1]);
      await pressed
        .set({ row_key: key("1") })
        .where("line", "=", "1")
        .execute();
      await pressed
        .set({ line: "01", row_key: key("01") })
        .where("line", "=", "2")
        .execute();
      await allMigrations["2026-11-28-a-one-line-a-row"]?.up(transaction);
    });
    const again = await press([{ ...chairs, kind: "sales-order" }]);
    expect(messageOf(again)).toContain(`20 of 20 EA are on ${numbers.join(" (Ana), ")} (Ana)`);
  });
});

describe("a line that is imported after it was pressed", () => {
  const says = async (...rows: readonly string[]): Promise<void> => {
    const heading = "document,line,item,store,quantity,done,need date,status,party";
    const bytes = new TextEncoder().encode([heading, ...rows].join("\n"));
    const files = [{ name: "sales-orders.csv", bytes }];
    const request = { files, mapping: null, strict: true, dryRun: false, actor: "Import" };
    expect((await importCatalog(service.ports, request)).applied).toBe(true);
  };
  const line = (quantity: string, { item = "CHAIR-OAK", store = "MAIN", done = "0", of = "1" } = {}) =>
    `SO-NEW-1,${of},${item},${store},${quantity},${done},2027-04-30,released,Hotel Maas`;

  /** What the sheet of sales lines says of it. */
  async function sheet(): Promise<readonly (string | undefined)[]> {
    const { body } = await service.send("/sources/sales-order-lines?document=SO-NEW-1");
    const { columns, rows } = sourceSchema.parse(body);
    const wanted = ["Qty On MO", "Qty Remaining", "Coverage", "Covered By"];
    return wanted.map((heading) => rows[0]?.[columns.findIndex((column) => column.heading === heading)]);
  }

  test.each<[string, Row]>([
    ["with its line", chairs],
    ["with its line written otherwise, of no named kind", { ...chairs, document: "so-new-1", line: "001" }],
    ["as a sales order's", { ...chairs, kind: "sales-order" }],
    ["by its document and item alone", { ...chairs, line: "" }],
  ])("is covered by the MO that was made for it %s", async (_how, row) => {
    const [number = ""] = numbersOf(await press([row]));
    await says(line("10"));
    expect(await sheet()).toEqual(["10", "0", "full", number]);
    const again = await press([{ kind: "sales-order", document: "SO-NEW-1", line: "1" }, chairs]);
    expect(await outcomes(again)).toEqual(["already-covered", "duplicate-row"]);
    expect(messageOf(again)).toContain(`10 of 10 EA are on ${number} (Ana)`);
    expect((await read(number)).demand).toMatchObject([{ kind: "sales-order", quantity: "10", drift: null }]);
  });

  test("has the MO told what it wants otherwise, as of any line: it can be taken over", async () => {
    const [number = ""] = numbersOf(await press([{ ...chairs, needDate: "2027-04-15" }]));
    await says(line("15"));
    expect(await sheet()).toEqual(["10", "5", "part", number]);
    const drift = { was: "10", is: "15", wasNeeded: "2027-04-15", isNeeded: "2027-04-30" };
    expect((await read(number)).demand).toMatchObject([{ drift }]);
    await service.send("/manufacturing-orders/demand-changes", { numbers: [number] });
    expect(await read(number)).toMatchObject({ quantity: "15", needDate: "2027-04-30" });
    expect(await sheet()).toEqual(["15", "0", "full", number]);
  });

  test("and shipped in part is covered for what is left of it", async () => {
    const [number = ""] = numbersOf(await press([chairs]));
    await says(line("18", { done: "8" }));
    expect(await sheet()).toEqual(["10", "0", "full", number]);
    expect((await read(number)).demand).toMatchObject([{ drift: null }]);
    await says(line("18", { done: "12" }));
    expect((await read(number)).demand).toMatchObject([{ drift: { done: { was: "8", is: "12" } } }]);
  });

  test("and made, with what was made shipped, has nothing left to make", async () => {
    const [number = ""] = numbersOf(await press([chairs]));
    for (const step of ["release", "start", "produce"])
      await service.send(`/manufacturing-orders/${step}`, { numbers: [number] });
    await says(line("18", { done: "15" }));
    // Ten of the fifteen are the MO's.
    expect(await sheet()).toEqual(["10", "3", "part", number]);
  });

  test("is covered by all MOs it was on, and by the share of one that was made for several lines", async () => {
    const rows = [chairs, { ...chairs, line: "2", quantity: "4" }];
    const [merged = ""] = numbersOf(await press(rows, { merge: "item-store" }));
    const [rest = ""] = numbersOf(
      await press([{ ...chairs, quantity: "16" }], { coveredRows: "make-remaining" }),
    );
    await says(line("16"));
    expect(await sheet()).toEqual(["16", "0", "full", `${merged}, ${rest}`]);
    expect((await read(merged)).demand).toMatchObject([
      { line: "2", quantity: "4", drift: null },
      { line: "1", quantity: "10", drift: null },
    ]);
    await says(line("16"), line("4", { of: "02" }));
    expect(await outcomes(await press([rows[1] ?? {}]))).toEqual(["already-covered"]);
  });

  test("for another item is not what was made", async () => {
    await press([chairs]);
    await says(line("10", { item: "TABLE-180" }));
    expect(await sheet()).toEqual(["0", "10", "none", ""]);
    await says(line("10"));
    expect((await sheet())[2]).toBe("full");
  });

  test("is free again when its MO is cancelled", async () => {
    const [number = ""] = numbersOf(await press([chairs]));
    await says(line("10"));
    await service.send("/manufacturing-orders/cancel", { numbers: [number] });
    expect(await outcomes(await press([chairs]))).toEqual(["10"]);
  });
});
