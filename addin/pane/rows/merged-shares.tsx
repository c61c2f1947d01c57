/** "5 EA row 3 + 7 EA row 4 (needed 2026-12-21)": what each of the rows wants, and when, where that is another day. */
import { Fragment } from "react";
import type { WirePlannedOrder } from "../../../shared/wire/plan.ts";
import { count } from "../texts.ts";
import type { Share } from "./shares.ts";

const MOST_NAMED = 4;

interface MergedSharesProps {
  readonly shares: readonly Share[];
  readonly order: WirePlannedOrder;
}

export function MergedShares({ shares, order: { unit, needDate } }: MergedSharesProps) {
  const named = shares.slice(0, MOST_NAMED);
  const more = shares.length - named.length;
  return (
    <span className="shares">
      {named.map((share, index) => (
        <Fragment key={share.row}>
          {index === 0 ? "" : " + "}
          <span className="fact">{`${share.quantity} ${unit} row ${share.row}${laterWords(share, needDate)}`}</span>
        </Fragment>
      ))}
      {more > 0 ? ` + ${count(more, "more row", "more rows")}` : null}
    </span>
  );
}

/** The MO is for the earliest day of all; whoever is needed later is told so. */
function laterWords({ needDate }: Share, earliest: string | null): string {
  return needDate === "" || needDate === (earliest ?? "") ? "" : ` (needed ${needDate})`;
}
