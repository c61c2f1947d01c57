/** From some lines of an order to all of them, by XoroERP's names for making MOs from a whole order. */
import { Button } from "@fluentui/react-components";
import type { Intake } from "../../../shared/intake/intake.ts";
import type { DemandKind } from "../../../shared/row/draft-line.ts";
import { usePlanner } from "./planner-context.ts";

const actions: Partial<Record<DemandKind, string>> = {
  "sales-order": "Create Manufacture Order",
  "purchase-order": "Create MO(s)",
};

/** More orders than this are not "these orders" any more. */
const MOST_NAMED = 3;

export function WholeOrders({ intake }: { readonly intake: Intake }) {
  const planner = usePlanner();
  const [first] = intake.lines;
  const action = first === undefined ? undefined : actions[first.kind];
  const documents = [...new Set(intake.lines.map(({ document }) => document))].filter((name) => name !== "");
  if (action === undefined || documents.length === 0 || documents.length > MOST_NAMED) return null;
  return (
    <Button
      size="small"
      className="whole-orders"
      onClick={() => planner.selectDocuments(intake, new Set(documents))}
    >
      {`${action}: all lines of ${documents.join(", ")}`}
    </Button>
  );
}
