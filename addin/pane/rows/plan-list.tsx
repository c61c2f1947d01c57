/** The orders that Create would make; each opens to its materials and operations. */
import { Button } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Intake } from "../../../shared/intake/intake.ts";
import type { PlanRow } from "../../../shared/wire/plan.ts";
import { CoveredLines } from "./covered-lines.tsx";
import { ExplanationPart } from "../parts/explanation.tsx";
import { Facts } from "../parts/facts.tsx";
import { OrderParts } from "../parts/order-parts.tsx";
import { usePlanner } from "./planner-context.ts";
import { ReadinessLine } from "../parts/readiness-line.tsx";
import { count, rowList } from "../texts.ts";
import { VirtualList } from "../parts/virtual-list.tsx";

type ReadyRow = Extract<PlanRow, { outcome: "ready" }>;

interface PlanListProps {
  readonly intake: Intake;
  readonly rows: readonly ReadyRow[];
  /** By row: the other rows that its order makes too. */
  readonly mergedInto: ReadonlyMap<number, readonly number[]>;
}

export function PlanList({ intake, rows, mergedInto }: PlanListProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const toggle = (row: number): void =>
    setOpened((before) =>
      before.has(row) ? new Set([...before].filter((one) => one !== row)) : new Set([...before, row]),
    );
  return (
    <section>
      <h3>Would be made</h3>
      <VirtualList
        label="Orders that would be made"
        entries={rows}
        estimate={80}
        keyOf={(row) => String(row.row)}
        render={(row) => (
          <PlannedRow
            intake={intake}
            row={row}
            others={mergedInto.get(row.row) ?? []}
            isOpen={opened.has(row.row)}
            toggle={() => toggle(row.row)}
          />
        )}
      />
    </section>
  );
}

interface PlannedRowProps {
  readonly intake: Intake;
  readonly row: ReadyRow;
  readonly others: readonly number[];
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

function PlannedRow({ intake, row, others, isOpen, toggle }: PlannedRowProps) {
  return (
    <article className="planned">
      <div className="planned-line">
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          aria-label={`Materials and operations of row ${row.row}, ${row.order.item}`}
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          onClick={toggle}
        />
        <PlannedWhat intake={intake} row={row} others={others} />
      </div>
      {isOpen ? (
        <>
          <OrderParts order={row.order} />
          <CoveredLines lines={row.coverage ?? []} />
          <ExplanationPart row={row.row} />
        </>
      ) : null}
    </article>
  );
}

function PlannedWhat({ intake, row: { row, order }, others }: Omit<PlannedRowProps, "isOpen" | "toggle">) {
  const { store, scheduleDate, dueDate, revision, materials } = order;
  const parts = count(materials.length, "material", "materials");
  return (
    <div className="planned-what">
      <span className="planned-item">
        <strong title={order.item}>{order.item}</strong>
        <span className="planned-quantity">{`${order.quantity} ${order.unit}`}</span>
        <RowLink intake={intake} row={row} />
      </span>
      <span className="quiet ellipsis" title={order.description}>
        {order.description}
      </span>
      <ReadinessLine
        readiness={order.readiness}
        quantity={order.quantity}
        subOrders={order.subOrders.length}
      />
      {others.length === 0 ? null : <span>{`With ${rowList(others)}`}</span>}
      <Facts list={[store, `${scheduleDate} → ${dueDate}`, `rev. ${revision}`, parts]} />
    </div>
  );
}

function RowLink({ intake, row }: { readonly intake: Intake; readonly row: number }) {
  const planner = usePlanner();
  const column = intake.columns.item?.column ?? intake.firstColumn;
  return (
    <Button
      size="small"
      appearance="subtle"
      className="row-link"
      aria-label={`Show row ${row}`}
      onClick={() => planner.showCell(intake.sheet.id, row, column)}
    >
      {`row ${row}`}
    </Button>
  );
}
