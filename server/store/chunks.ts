/** SQLite takes 32,766 values in one statement, PostgreSQL 65,535; long lists go in pieces well below that. */
const LONGEST_LIST = 5_000;
const MOST_VALUES = 20_000;

/** Pieces of a list for `where ... in (...)`. */
export function inPieces<Entry>(list: readonly Entry[]): readonly (readonly Entry[])[] {
  return pieces(list, LONGEST_LIST);
}

/** Pieces of rows of `columns` columns for `insert ... values`. */
export function rowsInPieces<Row>(rows: readonly Row[], columns: number): readonly (readonly Row[])[] {
  return pieces(rows, Math.floor(MOST_VALUES / columns));
}

function pieces<Entry>(list: readonly Entry[], size: number): readonly (readonly Entry[])[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}
