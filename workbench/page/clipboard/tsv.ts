/** Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes where a cell has either. */

export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

function quoted(cell: string): string {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;

/** Rows of the same length: short ones are filled up with empty cells. */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  for (let match = CELL.exec(text); match !== null; match = CELL.exec(text)) {
    const [, inQuotes, plain = "", end] = match;
    rows.at(-1)?.push(inQuotes?.replaceAll('""', '"').replaceAll("\r\n", "\n") ?? plain);
    if (end === "" || CELL.lastIndex >= text.length) {
      if (end === "\t") rows.at(-1)?.push("");
      break;
    }
    if (end !== "\t") rows.push([]);
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
}
