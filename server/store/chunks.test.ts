import { expect, test } from "vitest";
import { forPieces, rowsInPieces } from "./chunks.ts";

test("a query may answer more rows than a call takes arguments: 30,000 open orders need 300,000 materials", async () => {
  const rows = await forPieces([1, 2], (piece) =>
    Promise.resolve(Array.from({ length: 150_000 * piece.length }, (_, index) => index)),
  );
  expect(rows).toHaveLength(300_000);
});

test("rows are cut so that no statement takes more values than SQLite allows", () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => index);
  const pieces = rowsInPieces(rows, 28);
  expect(pieces.flat()).toEqual(rows);
  expect(Math.max(...pieces.map((piece) => piece.length)) * 28).toBeLessThan(32_766);
});
