/** One row of a batch: its MO as it is now, or why there is none. */
import { Badge } from "@fluentui/react-components";
import { useState } from "react";
import { statusWords } from "../../../shared/order/status-words.ts";
import type { BatchLine } from "../../../shared/wire/batch-history.ts";
import { DynamicBadge } from "../parts/dynamic-badge.tsx";
import { Said } from "../parts/said.tsx";
import { usePlanner, usePlannerState } from "../rows/planner-context.ts";
import { hostRefusals } from "../texts.ts";

type Created = Extract<BatchLine, { outcome: "created" }>;
type Refused = Extract<BatchLine, { outcome: "refused" }>;

interface BatchLineProps<Line> {
  readonly line: Line;
  /** Of the rows its MO makes. */
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
      <div className="made-line">
        <OrderLink number={order.number} row={line.row} />
        <span className="made-badges">
          {line.link === "dynamic" ? <DynamicBadge /> : null}
          <Badge appearance="tint" color={order.status === "cancelled" ? "subtle" : "informative"}>
            {statusWords(order.status, order.holdReason)}
          </Badge>
        </span>
      </div>
      <p className="made-fact quiet">
        <span className="fact planned-quantity">
          {firstRow === line.row ? `${order.quantity} ${line.unit}` : `with row ${String(firstRow)}`}
        </span>{" "}
        <span className="code" title={line.description}>
          {line.item}
        </span>
        {" · "}
        <span className="fact">{`due ${order.dueDate}`}</span>
      </p>
    </div>
  );
}

/** Leads to where the number stands now: the row may have been moved since, or be in another workbook. */
function OrderLink({ number, row }: { readonly number: string; readonly row: number }) {
  const planner = usePlanner();
  const [missing, setMissing] = useState("");
  const show = async (): Promise<void> => {
    const shown = await planner.showOrder(number);
    if (shown === "shown") setMissing("");
    else setMissing(shown === "not-here" ? "not in this workbook" : hostRefusals[shown].title);
  };
  return (
    <>
      <button type="button" className="link code" onClick={() => void show()}>
        {number}
      </button>
      <span className="quiet fact" role="status">
        {missing === "" ? `row ${String(row)}` : missing}
      </span>
    </>
  );
}

function RefusedLine({ line: { row, problems } }: { readonly line: Refused }) {
  return (
    <div className="batch-row is-refused">
      <span className="made-line">
        <strong>Not created</strong>
        <span className="quiet fact">{`row ${String(row)}`}</span>
      </span>
      {problems.map(({ field, code, message, fix }) => (
        <span key={`${field} ${code}`}>
          <Said text={`${message} ${fix}`} />
        </span>
      ))}
    </div>
  );
}
