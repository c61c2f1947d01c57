/** Queries about all items, or about some of them in pieces. */
import { forPieces } from "../chunks.ts";

/** Ids, or all there are. */
export type ItemsWanted = readonly number[] | "all";

export function forItems<Row>(
  wanted: ItemsWanted,
  query: (ids: ItemsWanted) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  return wanted === "all" ? query("all") : forPieces(wanted, query);
}

export function listed(wanted: ItemsWanted): readonly number[] {
  return wanted === "all" ? [] : wanted;
}
