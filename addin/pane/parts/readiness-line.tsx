/** Whether an MO could be made: a word and figures, never colour alone. */
import { Badge } from "@fluentui/react-components";
import type { WirePlannedOrder } from "../../../shared/wire/plan.ts";
import { count, readinessWords } from "../texts.ts";

const colors = { ready: "success", part: "warning", short: "danger" } as const;

export function ReadinessLine({ order }: { readonly order: WirePlannedOrder }) {
  const { readiness, quantity, scheduleDate, subOrders } = order;
  const { state, canMakeNow, shortages } = readiness;
  const isAllHere = canMakeNow === quantity;
  const short = shortages.length === 0 ? "" : `${count(shortages.length, "material", "materials")} short`;
  const today = isAllHere ? "" : `${canMakeNow} of ${quantity} today`;
  const below =
    subOrders.length === 0 ? "" : `+ ${count(subOrders.length, "sub-assembly MO", "sub-assembly MOs")}`;
  return (
    <span className="readiness">
      <Badge appearance="tint" size="small" color={colors[state]}>
        {state === "ready" && !isAllHere ? `Ready by ${scheduleDate}` : readinessWords[state]}
      </Badge>
      <span className="quiet">{[short, today, below].filter((text) => text !== "").join(" · ")}</span>
    </span>
  );
}
