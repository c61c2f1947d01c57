/** Whether an order could be made: a word and figures, never colour alone. */
import { Badge } from "@fluentui/react-components";
import type { WireReadiness } from "../../../shared/wire/plan.ts";
import { count, readinessWords } from "../texts.ts";

interface ReadinessLineProps {
  readonly readiness: WireReadiness;
  readonly quantity: string;
  readonly subOrders: number;
}

const colors = { ready: "success", part: "warning", short: "danger" } as const;

export function ReadinessLine({ readiness, quantity, subOrders }: ReadinessLineProps) {
  const { state, canMakeNow, shortages } = readiness;
  const now = canMakeNow === quantity ? "" : `${canMakeNow} of ${quantity} now`;
  const short = shortages.length === 0 ? "" : `${count(shortages.length, "material", "materials")} short`;
  const below = subOrders === 0 ? "" : `+ ${count(subOrders, "sub-assembly order", "sub-assembly orders")}`;
  return (
    <span className="readiness">
      <Badge appearance="tint" size="small" color={colors[state]}>
        {readinessWords[state]}
      </Badge>
      <span className="quiet">{[short, now, below].filter((text) => text !== "").join(" · ")}</span>
    </span>
  );
}
