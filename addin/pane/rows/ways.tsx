/** By which of XoroERP's names these rows become MOs, and from some lines of an order to all of them. */
import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Intake } from "../../../shared/intake/intake.ts";
import type { DemandKind } from "../../../shared/row/draft-line.ts";
import type { Rules } from "../../../shared/wire/lines.ts";
import { documentsOf } from "../../sync/ordered-way.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";

/** More orders than this are not "these orders" any more. */
const MOST_NAMED = 3;

const wholeWays: Partial<Record<DemandKind, string>> = {
  "sales-order": "Create Manufacture Order",
  "purchase-order": "Create MO(s)",
};

/** The name that a planner knows from XoroERP's menus; empty where it has none. */
function wayOf(kind: DemandKind, link: Rules["link"], isWhole: boolean): string {
  switch (kind) {
    case "shortage":
    case "snapshot":
      return "Create Batch MO(s)";
    case "sales-order":
      if (link === "dynamic") return "Create Dynamic MO (Selected Lines)";
      return isWhole ? "Create Manufacture Order" : "";
    case "purchase-order":
      return isWhole ? "Create MO(s)" : "Create MO(s) Selected Lines";
    case "manual":
      return "";
  }
}

export function WayName({ intake, isWhole }: { readonly intake: Intake; readonly isWhole: boolean }) {
  const { rules } = usePlannerState();
  const kind = intake.lines[0]?.kind;
  const name = kind === undefined ? "" : wayOf(kind, rules.link, isWhole);
  return name === "" ? null : <p className="way quiet">{name}</p>;
}

/** Only selects: what it would make is previewed like any selection. */
export function SelectWhole({ intake, isWhole }: { readonly intake: Intake; readonly isWhole: boolean }) {
  const planner = usePlanner();
  const way = wholeWays[intake.lines[0]?.kind ?? "manual"];
  const documents = documentsOf(intake);
  if (way === undefined || isWhole || !isNamed(documents)) return null;
  return (
    <div className="whole-orders">
      <Button size="small" onClick={() => planner.selectDocuments(intake, documents)}>
        {`Select all lines of ${[...documents].join(", ")}`}
      </Button>
      <span className="quiet">{`for ${way}`}</span>
    </div>
  );
}

/** Whether all rows of the orders that are selected are. The last answer holds until the next one is there. */
export function useIsWhole(intake: Intake): boolean {
  const planner = usePlanner();
  const documents = useMemo(() => documentsOf(intake), [intake]);
  const key = `${intake.sheet.id} ${[...documents].join()}`;
  const isAsked = wholeWays[intake.lines[0]?.kind ?? "manual"] !== undefined && isNamed(documents);
  const [answer, setAnswer] = useState({ key: "", isWhole: false });
  useEffect(() => {
    let isLate = false;
    const ask = async (): Promise<void> => {
      const isWhole = await planner.areSelectedWhole(intake, documents);
      if (!isLate) setAnswer({ key, isWhole });
    };
    if (isAsked) void ask();
    return () => {
      isLate = true;
    };
  }, [planner, intake, documents, key, isAsked]);
  return isAsked && answer.key === key && answer.isWhole;
}

function isNamed(documents: ReadonlySet<string>): boolean {
  return documents.size > 0 && documents.size <= MOST_NAMED;
}
