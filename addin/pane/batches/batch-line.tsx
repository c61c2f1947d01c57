/** One row of a batch: its order as it is now, or why there is none. */
import { Badge } from "@fluentui/react-components";
import { statusWords } from "../../../shared/order/status-words.ts";
import type { BatchLine } from "../../../shared/wire/batch-history.ts";
import { usePlannerState } from "../rows/planner-context.ts";

type Created = Extract<BatchLine, { outcome: "created" }>;
type Refused = Extract<BatchLine, { outcome: "refused" }>;

interface BatchLineProps<Line> {
  readonly line: Line;
  /** Of the rows its order makes. */
  readonly firstRow: number;
}

export function BatchLineView({ line, firstRow }: BatchLineProps<BatchLine>) {
  if (line.outcome === "refused") return <RefusedLine line={line} />;
  return <CreatedLine line={line} firstRow={firstRow} />;
}

function CreatedLine({ line, firstRow }: BatchLineProps<Created>) {
  const { orders } = usePlannerState();
  const heard = orders.get(line.order.number);
  const order = heard !== undefined && heard.version > line.order.version ? heard : line.order;
  return (
    <div className="batch-row">
      <span className="batch-line">
        <strong>{order.number}</strong>
        <span className="quiet">{`row ${String(line.row)}`}</span>
        <Badge appearance="tint" color={order.status === "cancelled" ? "subtle" : "informative"}>
          {statusWords(order.status, order.holdReason)}
        </Badge>
      </span>
      <span className="batch-line">
        <span className="ellipsis" title={line.description}>
          {line.item}
        </span>
        <span className="planned-quantity">
          {firstRow === line.row ? `${order.quantity} ${line.unit}` : `with row ${String(firstRow)}`}
        </span>
      </span>
    </div>
  );
}

function RefusedLine({ line: { row, problems } }: { readonly line: Refused }) {
  return (
    <div className="batch-row is-refused">
      <span className="batch-line">
        <strong>Not created</strong>
        <span className="quiet">{`row ${String(row)}`}</span>
      </span>
      {problems.map(({ field, code, message, fix }) => (
        <span key={`${field} ${code}`}>{`${message} ${fix}`}</span>
      ))}
    </div>
  );
}
