import writeXlsxFile from "write-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startService, type TestService } from "../../test/support/service.ts";
import { mappingSchema, type Mapping } from "../catalog/mapping.ts";
import type { NamedBytes } from "../catalog/source-table.ts";
import type { ImportReport } from "../../shared/wire/catalog.ts";
import { importCatalog } from "./import-catalog.ts";
import { planSchema } from "../../shared/wire/plan.ts";

let service: TestService;

beforeEach(async () => {
  service = await startService();
});

afterEach(() => service.close());

function csv(name: string, ...lines: readonly string[]): NamedBytes {
  return { name: `${name}.csv`, bytes: new TextEncoder().encode(lines.join("\n")) };
}

function imports(
  files: readonly NamedBytes[],
  more: { mapping?: Mapping; strict?: boolean; dryRun?: boolean } = {},
): Promise<ImportReport> {
  const { mapping = null, strict = false, dryRun = false } = more;
  return importCatalog(service.ports, { files, mapping, strict, dryRun, actor: "Ana" });
}

async function isKnown(item: string): Promise<boolean> {
  const { body } = await service.send("/plans", { lines: [{ row: 1, item, quantity: "1" }] });
  const [row] = planSchema.parse(body).rows;
  return !(row?.outcome === "refused" && row.problems.some((problem) => problem.code === "item-unknown"));
}

const counts = (report: ImportReport) =>
  report.targets.map(({ target, created, updated, unchanged, refused }) => ({
    target,
    created,
    updated,
    unchanged,
    refused,
  }));

describe("an import", () => {
  test("creates, updates and leaves alone, and says so for each row; importing again changes nothing", async () => {
    const files = [
      csv(
        "items",
        "Number,Description,Unit,Make",
        "CHAIR-OAK,Oak dining chair renamed,EA,yes",
        "NEW-1,New thing,EA,yes",
      ),
    ];
    expect(counts(await imports(files))).toEqual([
      { target: "items", created: 1, updated: 1, unchanged: 0, refused: 0 },
    ]);
    const again = await imports(files);
    expect(again.targets[0]?.rows).toEqual([
      { row: 2, outcome: "unchanged" },
      { row: 3, outcome: "unchanged" },
    ]);
  });

  test("refuses bad rows by row, column and value; the good ones go through", async () => {
    const report = await imports([
      csv(
        "items",
        "number,unit,reorder point,lead time days",
        "NEW-1,EA,5,2",
        "NEW-2,XX,5,2",
        "NEW-3,EA,-5,2",
        "NEW-4,EA,5,soon",
        ",EA,5,2",
        "new-1,EA,1,1",
      ),
    ]);
    expect(report.applied).toBe(true);
    expect(report.problems.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [4, "reorderPoint", "-5", "value-too-low"],
      [5, "leadTimeDays", "soon", "value-unreadable"],
      [6, "number", "", "value-missing"],
      [3, "unit", "XX", "reference-unknown"],
      [7, "number_key", '["new-1"]', "duplicate-row"],
    ]);
    expect([await isKnown("NEW-1"), await isKnown("NEW-2")]).toEqual([true, false]);
  });

  test("with strict, or as a trial, writes nothing", async () => {
    const files = [csv("items", "number,unit", "NEW-1,EA", "NEW-2,XX")];
    expect(await imports(files, { strict: true })).toMatchObject({ applied: false, problems: [{ row: 3 }] });
    expect(await imports(files, { dryRun: true })).toMatchObject({ applied: false });
    expect(await isKnown("NEW-1")).toBe(false);
  });

  test.each<[string, NamedBytes, string]>([
    ["lacks a column", csv("boms", "item,quantity", "CHAIR-OAK,1"), "column-missing"],
    ["is no UTF-8", { name: "boms.csv", bytes: new Uint8Array([0x69, 0xff, 0xfe, 0x0a]) }, "file-unreadable"],
    [
      "has a quote that never ends",
      csv("boms", "item,component,quantity", '"CHAIR-OAK,1,2'),
      "file-unreadable",
    ],
    ["is empty", csv("boms"), "file-empty"],
    ["is no workbook", { name: "boms.xlsx", bytes: new Uint8Array([1, 2, 3]) }, "file-unreadable"],
  ])("nothing is applied when one file of several %s", async (_how, broken, code) => {
    const report = await imports([csv("items", "number,unit", "NEW-1,EA"), broken]);
    expect(report).toMatchObject({ applied: false, problems: [{ code }] });
    expect(await isKnown("NEW-1")).toBe(false);
  });

  test("takes a bill of materials whole or not at all", async () => {
    const report = await imports([
      csv(
        "boms",
        "item,revision,component,quantity",
        "STOOL-65,B,SEAT-OAK,1",
        "STOOL-65,B,NO-SUCH,2",
        "STOOL-45,B,SEAT-OAK,1",
        "CHAIR-KID,B,SEAT-OAK,x",
        "CHAIR-KID,B,FELT-PAD,4",
      ),
    ]);
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([
      [5, "value-unreadable"],
      [3, "reference-unknown"],
      [2, "bom-incomplete"],
      [6, "bom-incomplete"],
    ]);
    expect(report.targets[0]?.rows.filter((row) => row.outcome === "created")).toEqual([
      { row: 4, outcome: "created" },
    ]);
  });

  test("refuses a bill of materials that contains itself, and names the way", async () => {
    const report = await imports([csv("boms", "item,bom,component,quantity", "SEAT-OAK,Loop,CHAIR-OAK,1")]);
    expect(report.problems).toMatchObject([
      {
        row: 2,
        code: "bom-cycle",
        message: "The bill of materials contains itself: SEAT-OAK → CHAIR-OAK → SEAT-OAK.",
      },
    ]);
  });

  test("a re-imported revision replaces its lines together", async () => {
    const lines = ["item,revision,component,quantity", "00417,A,HOOK-BRS,7"];
    expect(counts(await imports([csv("boms", ...lines)]))).toMatchObject([{ updated: 1 }]);
    expect(counts(await imports([csv("boms", ...lines)]))).toMatchObject([{ unchanged: 1 }]);
    const { body } = await service.send("/plans", { lines: [{ row: 1, item: "00417", quantity: "2" }] });
    expect(planSchema.parse(body).rows).toMatchObject([
      { order: { materials: [{ item: "HOOK-BRS", quantity: "14" }] } },
    ]);
  });

  test("reads an .xlsx workbook, a sheet for each file, and keeps leading zeros", async () => {
    const text = (value: string) => ({ value, type: String });
    const buffer = await writeXlsxFile([
      {
        sheet: "items",
        data: [
          [text("number"), text("unit"), text("reorder point")],
          [text("00999"), text("EA"), { value: 2.5, type: Number }],
        ],
      },
      {
        sheet: "item aliases",
        data: [
          [text("item"), text("alias")],
          [text("00999"), text("NINER")],
        ],
      },
    ]).toBuffer();
    const report = await imports([{ name: "catalog.xlsx", bytes: new Uint8Array(buffer) }]);
    expect(report.problems).toEqual([]);
    expect([await isKnown("00999"), await isKnown("niner"), await isKnown("999")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("a mapping", () => {
  test("lets another system's files load as they are: names, constants, values, filters, dates", async () => {
    const mapping = mappingSchema.parse({
      files: [
        {
          target: "items",
          file: "parts.csv",
          columns: {
            number: "PartNo",
            unit: { constant: "EA" },
            make: { column: "Source", values: { M: "yes" }, otherwise: "no" },
          },
          where: { column: "Active", oneOf: ["Y"] },
        },
        {
          target: "sales-orders",
          file: "orders.csv",
          columns: { document: "SO", line: "Ln", item: "PartNo", quantity: "Qty", needDate: "Due" },
          dateOrder: "month-first",
        },
      ],
    });
    const report = await imports(
      [
        csv("parts", "PartNo,Source,Active", "P-1,M,Y", "P-2,B,N"),
        csv("orders", "SO,Ln,PartNo,Qty,Due,Other", "9,1,P-1,5,03/04/2027,x"),
      ],
      { mapping },
    );
    expect(counts(report)).toMatchObject([
      { target: "items", created: 1 },
      { target: "sales-orders", created: 1 },
    ]);
    expect(report.ignored).toEqual(["orders.csv: Other"]);
    const [line] = await service.ports.database.read((transaction) =>
      transaction.selectFrom("demand_line").selectAll().where("document", "=", "9").execute(),
    );
    expect(line).toMatchObject({ need_date: "2027-03-04", quantity: "5" });
  });

  test("that names a column nobody has, or a file that is not there, is refused", async () => {
    expect(
      mappingSchema.safeParse({ files: [{ target: "items", file: "x.csv", columns: { colour: "C" } }] })
        .success,
    ).toBe(false);
    const mapping = mappingSchema.parse({
      files: [{ target: "items", file: "x.csv", columns: { number: "N" } }],
    });
    expect(await imports([csv("y", "N", "1")], { mapping })).toMatchObject({
      applied: false,
      problems: [{ file: "x.csv", code: "file-missing" }],
    });
  });
});

test("the catalog comes in through the API as well", async () => {
  const form = new FormData();
  form.append("files", new File(["number,unit\nNEW-7,EA\n"], "items.csv"));
  const response = await service.app.request("/api/v1/catalog/imports", { method: "POST", body: form });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ applied: true, targets: [{ created: 1 }] });
  expect(await isKnown("NEW-7")).toBe(true);
});
