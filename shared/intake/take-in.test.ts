import { describe, expect, test } from "vitest";
import type { Cell, SheetRow, SheetRows } from "./sheet-rows.ts";
import { takeIn } from "./take-in.ts";
import type { Intake } from "./intake.ts";

type Written = string | number | Cell;

function cell(written: Written): Cell {
  if (typeof written === "object") return written;
  if (typeof written === "number") return { kind: "number", number: written, shown: String(written) };
  if (written.startsWith("#") && written.length > 3 && /[A-Z]/.test(written))
    return { kind: "error", shown: written };
  return written === "" ? { kind: "empty" } : { kind: "text", text: written };
}

/** A sheet: headings in row 1, data below. */
function sheet(headings: readonly string[], ...rows: readonly (readonly Written[])[]): SheetRows {
  const toRow = (cells: readonly Written[], index: number): SheetRow => ({
    row: index + 1,
    cells: cells.map(cell),
  });
  const [heading, ...data] = [headings, ...rows].map(toRow);
  const candidates = heading === undefined ? [] : [heading];
  return {
    sheet: { id: "S1", name: "Sheet1" },
    firstColumn: 0,
    table: null,
    headingCandidates: candidates,
    rows: data,
    hiddenRows: 0,
  };
}

function taken(read: SheetRows, quantityColumn: number | null = null): Intake {
  const result = takeIn(read, { quantityColumn });
  if (!result.ok) throw new Error(result.refusal);
  return result.intake;
}

describe("headings", () => {
  test.each([
    ["**ItemNumber", "Qty"],
    ["Item_Number *", "QTY"],
    ["Item\nNumber", "Q'ty"],
    ["SKU #", "Qty to Make"],
    ["Part No.", "Build Qty"],
    ["\uFEFFMaterial", "Miss. qty"],
  ])("%j and %j are item and quantity", (item, quantity) => {
    const { lines } = taken(sheet([item, quantity], ["CHAIR-1", 5]));
    expect(lines).toMatchObject([{ row: 2, item: "CHAIR-1", quantity: "5" }]);
  });

  test("of several quantities the net one is taken, never a stock column, and the others are offered", () => {
    const intake = taken(
      sheet(["Item Number", "Qty Ordered", "Available", "Open Qty", "To Order"], ["CHAIR-1", 12, 99, 9, 4]),
    );
    expect(intake.lines[0]?.quantity).toBe("4");
    expect(intake.questions).toMatchObject([
      {
        kind: "quantity-column",
        taken: { heading: "To Order" },
        others: [{ heading: "Open Qty" }, { heading: "Qty Ordered" }],
      },
    ]);
  });

  test.each(["UOM", "UoM", "U/M", "UM", "Unit of Measure", "Unit of Measure Code", "Unit"])(
    "%s is the unit of the quantity; a row that leaves it empty says nothing about it",
    (heading) => {
      const intake = taken(sheet(["Item Number", "Qty", heading], ["CHAIR-1", 2, "BOX"], ["CHAIR-1", 5, ""]));
      expect(intake.columns.unit).toEqual({ column: 2, heading });
      expect(intake.lines.map(({ unit }) => unit)).toEqual(["BOX", undefined]);
    },
  );

  test("Unit above nothing but numbers is a price, and no unit", () => {
    const intake = taken(sheet(["Item Number", "Qty", "Unit"], ["CHAIR-1", 2, 12.5], ["CHAIR-1", 5, ""]));
    expect(intake.lines.map(({ unit }) => unit)).toEqual([undefined, undefined]);
    expect(intake.ignoredHeadings).toEqual(["Unit"]);
  });

  test("a row whose unit was changed is another row: it asks for something else (R36)", () => {
    const headings = ["Item Number", "Qty", "UOM"];
    const [one, other] = ["EA", "BOX"].map((unit) =>
      taken(sheet(headings, ["CHAIR-1", 2, unit])).identities.get(2),
    );
    expect(one).not.toBe(other);
  });

  test("the planner's choice of quantity column is kept", () => {
    const read = sheet(["Item Number", "Qty Ordered", "To Order"], ["CHAIR-1", 12, 4]);
    expect(taken(read, 1).lines[0]?.quantity).toBe("12");
  });

  test("Item is the line number where it counts lines beside a Material column", () => {
    const intake = taken(
      sheet(
        ["Sales Document", "Item", "Material", "Order Quantity"],
        ["4711", 10, "CHAIR-1", 5],
        ["4711", 20, "TABLE-1", 2],
      ),
    );
    expect(intake.lines).toMatchObject([
      { item: "CHAIR-1", line: "10", document: "4711" },
      { item: "TABLE-1", line: "20" },
    ]);
  });

  test("the ship store comes before the sale store, the need date before order date and ETA", () => {
    const headings = [
      "Item Number",
      "Qty",
      "Sale Store",
      "Ship Store",
      "Order Date",
      "ETA",
      "Date To Be Shipped",
    ];
    const intake = taken(
      sheet(headings, ["CHAIR-1", 5, "WEST", "MAIN", "2027-01-01", "2027-02-02", "2027-03-31"]),
    );
    expect(intake.lines[0]).toMatchObject({ store: "MAIN", needDate: "2027-03-31" });
    expect(intake.ignoredHeadings).toEqual(["Sale Store", "Order Date", "ETA"]);
  });

  test("a row without a ship store is for its sale store", () => {
    const intake = taken(
      sheet(
        ["Item Number", "Qty", "Sale Store", "Ship Store"],
        ["CHAIR-1", 5, "EAST", ""],
        ["CHAIR-1", 5, "EAST", "MAIN"],
      ),
    );
    expect(intake.lines).toMatchObject([{ store: "EAST" }, { store: "MAIN" }]);
    expect(intake.ignoredHeadings).toEqual([]);
  });

  test.each([
    ["sales-order", ["SO Number", "Line", "Item Number", "Qty"]],
    ["sales-order", ["SO Number", "Item Number", "Qty", "Customer", "PO Number"]],
    ["sales-order", ["Sales Order", "Item Number", "Qty", "Customer", "Vendor"]],
    ["sales-order", ["Order Number", "Item Number", "Qty", "Customer"]],
    ["purchase-order", ["PO Number", "Line", "Item Number", "Qty"]],
    ["purchase-order", ["Order Number", "Item Number", "Qty", "Vendor"]],
    ["manual", ["Order Number", "Item Number", "Qty"]],
    ["manual", ["Item Number", "Qty", "Vendor"]],
    ["shortage", ["Item Number", "Store", "Vendor", "Available", "To Order"]],
    ["snapshot", ["Item Number", "Store", "Available", "Qty To Make"]],
  ])("rows are of a %s under %j", (kind, headings) => {
    const cells = headings.map((heading) => (heading === "Item Number" ? "CHAIR-1" : "1"));
    expect(taken(sheet(headings, cells)).lines).toMatchObject([{ kind }]);
  });

  test("a purchase order is named by its own number, not by another column's", () => {
    const headings = ["Order Number", "PO Number", "Item Number", "Qty"];
    expect(taken(sheet(headings, ["A-1", "PO-7", "CHAIR-1", 5])).lines).toMatchObject([{ document: "PO-7" }]);
  });

  test("of a snapshot only the rows are meant where somebody typed how many", () => {
    const headings = ["Item Number", "Available", "Qty To Make"];
    const intake = taken(sheet(headings, ["CHAIR-1", 3, ""], ["TABLE-1", 4, 7], ["LEG-1", 2, 0]));
    expect(intake.lines).toMatchObject([{ item: "TABLE-1" }, { item: "LEG-1", quantity: "0" }]);
    expect([intake.skipped.unasked, intake.firstUnasked]).toEqual([1, 2]);
  });

  test("missing/excess is turned, because need is negative there", () => {
    expect(taken(sheet(["SKU", "Missing/Excess"], ["CHAIR-1", -7])).lines[0]?.quantity).toBe("7");
    expect(taken(sheet(["SKU", "Qty"], ["CHAIR-1", -7])).lines[0]?.quantity).toBe("-7");
  });

  test("no headings, no item and no quantity are three answers", () => {
    expect(takeIn(sheet(["CHAIR-1", "x"], ["TABLE-1", 5]), { quantityColumn: null })).toMatchObject({
      refusal: "no-headings",
    });
    expect(takeIn(sheet(["Description", "Qty"], ["Chair", 5]), { quantityColumn: null })).toMatchObject({
      refusal: "no-item-column",
    });
    expect(
      takeIn(sheet(["Item Number", "Available"], ["CHAIR-1", 5]), { quantityColumn: null }),
    ).toMatchObject({ refusal: "no-quantity-column" });
  });

  test("two lists in one are refused, not guessed", () => {
    const read = sheet(
      ["SO Number", "Customer", "Item Number", "Qty"],
      ["SO-1", "Ana", "", ""],
      ["SO Number", "Line", "Item Number", "Qty"],
      ["SO-1", 1, "CHAIR-1", 5],
    );
    expect(takeIn(read, { quantityColumn: null })).toMatchObject({ refusal: "two-level-file" });
  });
});

describe("cells", () => {
  const one = (...cells: readonly Written[]): Intake =>
    taken(sheet(["Item Number", "Qty", "Need By"], cells));

  test("a code shown with zeros keeps them (R46)", () => {
    expect(one({ kind: "number", number: 417, shown: "00417" }, 1).lines[0]?.item).toBe("00417");
  });

  test("a code of 16 digits has lost its end and is refused (R47)", () => {
    expect(one(1234567890123456, 1).problems).toMatchObject([
      { row: 2, field: "item", code: "item-code-damaged" },
    ]);
  });

  test("a barcode shown as 5.01235E+12 still has its 13 digits", () => {
    expect(one({ kind: "number", number: 5012345678900, shown: "5.01235E+12" }, 1).lines[0]?.item).toBe(
      "5012345678900",
    );
  });

  test("a quantity is exact, not floating (R48)", () => {
    expect(one("CHAIR-1", 0.1 + 0.2).lines[0]?.quantity).toBe("0.3");
  });

  test("0, empty, text and an error are four different things (R49)", () => {
    expect(
      [one("A", 0), one("A", ""), one("A", "12 pcs")].map((intake) => intake.lines[0]?.quantity),
    ).toEqual(["0", "", "12 pcs"]);
    expect(one("A", "#N/A").problems).toMatchObject([
      { field: "quantity", code: "cell-error", value: "#N/A" },
    ]);
  });

  test("a real date is its day, whatever it looks like (R44)", () => {
    expect(one("A", 1, { kind: "number", number: 46357, shown: "01/12/26" }).lines[0]?.needDate).toBe(
      "2026-12-01",
    );
  });

  test("a text date with two readings raises the question once", () => {
    expect(one("A", 1, "03/04/2027").questions).toMatchObject([
      { kind: "date-order", example: "03/04/2027" },
    ]);
  });
});

describe("rows", () => {
  test("blank, subtotal and total rows are left out and counted (R51)", () => {
    const intake = taken(
      sheet(
        ["Item Number", "Store", "To Order"],
        ["CHAIR-1", "MAIN", 5],
        ["", "", ""],
        ["Subtotal MAIN", "", 5],
        ["", "Grand Total", 5],
      ),
    );
    expect(intake.lines.map((line) => line.row)).toEqual([2]);
    expect(intake.skipped).toEqual({ blank: 1, totals: 2, unasked: 0, hidden: 0 });
  });

  test("a row without an item is no total row: it is a row with a problem", () => {
    expect(taken(sheet(["Item Number", "Qty"], ["", 5])).lines).toMatchObject([{ row: 2, item: "" }]);
  });

  test("a row that has its MO is not sent again; a damaged number is named (R1, R37)", () => {
    const intake = taken(
      sheet(
        ["Item Number", "Qty", "MO"],
        ["CHAIR-1", 5, "MO-0000013"],
        ["CHAIR-1", 6, "MO-0000014"],
        ["CHAIR-1", 7, ""],
      ),
    );
    expect(intake.made).toEqual([{ row: 2, number: "MO-0000013" }]);
    expect(intake.problems).toMatchObject([{ row: 3, code: "order-number-damaged" }]);
    expect(intake.lines.map((line) => line.row)).toEqual([4]);
  });

  test("20,000 rows are taken in", () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      `ITEM-${String(index)}`,
      index + 1,
      "",
      "MAIN",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
    ]);
    const headings = ["Item Number", "To Order", "Notes", "Store", "A", "B", "C", "D", "E", "F", "G", "H"];
    expect(taken(sheet(headings, ...rows)).lines).toHaveLength(20_000);
  });
});
