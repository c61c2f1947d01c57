import { expect, test } from "vitest";
import type { Cell, SheetRow } from "../../shared/intake/sheet-rows.ts";
import { rowIdentity } from "../../shared/intake/row-identity.ts";
import { moNumber } from "../../shared/row/mo-number.ts";
import type { RowPatch } from "../../shared/sheet/sheet-patch.ts";
import { locateInSteps, type Search } from "./find-patched-rows.ts";

const LAYOUT = { identifying: [0, 1], own: {} };

function cell(text: string): Cell {
  return text === "" ? { kind: "empty" } : { kind: "text", text };
}

const sheetRow = (row: number, ...texts: readonly string[]): SheetRow => ({ row, cells: texts.map(cell) });

const patch = (row: number, item: string): RowPatch => ({
  row,
  identity: rowIdentity([item, "5"], LAYOUT.identifying),
  orderNumber: moNumber(row),
  orderStatus: "Open",
  orderMessage: "",
});

/** What was found, and in how many steps. */
function locate(
  patches: readonly RowPatch[],
  rows: readonly SheetRow[],
): Search & { readonly steps: number } {
  const going = locateInSteps(patches, rows, LAYOUT);
  for (let steps = 0; ; steps += 1) {
    const step = going.next();
    if (step.done === true) return { ...step.value, steps };
  }
}

test("rows that moved are found among a hundred thousand blank ones, a row a step, so that the pane stays awake", () => {
  const patches = Array.from({ length: 100 }, (_, at) => patch(at + 2, `ITEM-${String(at)}`));
  const moved = patches.map((_, at) => sheetRow(at + 3, `ITEM-${String(at)}`, "5"));
  const blank = Array.from({ length: 100_000 }, (_, at) => sheetRow(at + 200, "", ""));
  const { located, lost, steps } = locate(patches, [...moved, ...blank]);
  expect(lost).toEqual([]);
  expect(located.map(({ patch: { row }, at }) => at.row - row)).toEqual(patches.map(() => 1));
  expect(steps).toBe(patches.length + moved.length + blank.length);
});

test("rows where they were cost no look at the others", () => {
  const patches = [patch(2, "CHAIR"), patch(3, "TABLE")];
  const rows = [sheetRow(2, "CHAIR", "5"), sheetRow(3, "TABLE", "5"), sheetRow(4, "BENCH", "5")];
  expect(locate(patches, rows)).toMatchObject({ lost: [], steps: 2 });
});
