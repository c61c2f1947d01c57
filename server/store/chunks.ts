/** SQLite takes 32,766 values in one statement, PostgreSQL 65,535; long lists go in pieces well below that. */
const LONGEST_LIST = 5_000;
const MOST_VALUES = 20_000;

/** Pieces of a list for `where ... in (...)`. */
export function inPieces<Entry>(list: readonly Entry[]): readonly (readonly Entry[])[] {
  return pieces(list, LONGEST_LIST);
}

/** All rows of a query that takes a list in pieces. Gathered without spreading: a spread of 100,000 rows is too long a call. */
export async function forPieces<Entry, Row>(
  list: readonly Entry[],
  query: (piece: readonly Entry[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const answers: (readonly Row[])[] = [];
  for (const piece of inPieces(list)) answers.push(await query(piece));
  return answers.flat();
}

/** Pieces of rows of `columns` columns for `insert ... values`. */
export function rowsInPieces<Row>(rows: readonly Row[], columns: number): readonly (readonly Row[])[] {
  return pieces(rows, Math.floor(MOST_VALUES / columns));
}

function pieces<Entry>(list: readonly Entry[], size: number): readonly (readonly Entry[])[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}
