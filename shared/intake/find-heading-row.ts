/** Which of the candidate rows holds the headings: the one in which most cells mean something. */
import { readHeadings } from "./match-headings.ts";
import type { SheetRow, SheetRows } from "./sheet-rows.ts";

/** Fewer known headings than this is chance: a title row, or data. */
const FEWEST_KNOWN = 2;

/** Null when no candidate looks like headings. Of equals the lowest wins: it stands next to the rows. */
export function findHeadingRow({ headingCandidates, rows }: SheetRows): SheetRow | null {
  const [firstSelected] = rows;
  const candidates = firstSelected === undefined ? headingCandidates : [...headingCandidates, firstSelected];
  let best: { readonly row: SheetRow; readonly known: number } | null = null;
  for (const row of candidates) {
    const known = readHeadings(row).filter((heading) => heading.meaning !== null).length;
    if (known >= FEWEST_KNOWN && known >= (best?.known ?? 0)) best = { row, known };
  }
  return best?.row ?? null;
}
