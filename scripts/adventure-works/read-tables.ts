/** The CSV files of AdventureWorks, read with code of its own: nothing of the product is imported by the calculations. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type CsvRow = Readonly<Record<string, string>>;

export function readRows(folder: string, file: string): readonly CsvRow[] {
  const [head = "", ...lines] = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
  const headings = splitLine(head);
  return lines.map((line) =>
    Object.fromEntries(splitLine(line).map((cell, index) => [headings[index] ?? "", cell])),
  );
}

/** Cells with commas are quoted in these files; quotes inside cells do not occur. */
function splitLine(line: string): readonly string[] {
  const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? [];
  return cells.map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, ""));
}
