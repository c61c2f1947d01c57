/** The MOs that Create would create; each opens to its materials and operations. */
import { Button } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Intake } from "../../../shared/intake/intake.ts";
import type { PlanRow } from "../../../shared/wire/plan.ts";
import type { Share } from "./shares.ts";
import { CoveredLines } from "./covered-lines.tsx";
import { ExplanationPart } from "../parts/explanation.tsx";
import { Facts } from "../parts/facts.tsx";
import { OrderParts } from "../parts/order-parts.tsx";
import { MergedShares } from "./merged-shares.tsx";
import { usePlanner, usePlannerState } from "./planner-context.ts";
import { ReadinessLine } from "../parts/readiness-line.tsx";
import { DynamicBadge } from "../parts/dynamic-badge.tsx";
import { daysWords } from "../parts/date-words.ts";
import { count } from "../texts.ts";
import { VirtualList } from "../parts/virtual-list.tsx";

type ReadyRow = Extract<PlanRow, { outcome: "ready" }>;

interface PlanListProps {
  readonly intake: Intake;
  readonly rows: readonly ReadyRow[];
  /** By row: all rows that its MO is for, when they are several. */
  readonly mergedInto: ReadonlyMap<number, readonly Share[]>;
}

export function PlanList({ intake, rows, mergedInto }: PlanListProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const toggle = (row: number): void =>
    setOpened((before) =>
      before.has(row) ? new Set([...before].filter((one) => one !== row)) : new Set([...before, row]),
    );
  return (
    <section>
      <h3>To be created</h3>
      <VirtualList
        label="MOs to be created"
        entries={rows}
        estimate={80}
        keyOf={(row) => String(row.row)}
        render={(row) => (
          <PlannedRow
            intake={intake}
            row={row}
            shares={mergedInto.get(row.row) ?? []}
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
  readonly shares: readonly Share[];
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

function PlannedRow({ intake, row, shares, isOpen, toggle }: PlannedRowProps) {
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
        <PlannedWhat intake={intake} row={row} shares={shares} />
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

function PlannedWhat({ intake, row: { row, order }, shares }: Omit<PlannedRowProps, "isOpen" | "toggle">) {
  const { rules } = usePlannerState();
  const { store, scheduleDate, dueDate, revision, materials } = order;
  const parts = count(materials.length, "material", "materials");
  return (
    <div className="planned-what">
      <span className="planned-item">
        <strong title={order.item}>{order.item}</strong>
        {rules.link === "dynamic" ? <DynamicBadge /> : null}
        <span className="planned-quantity">{`${order.quantity} ${order.unit}`}</span>
        <RowLink intake={intake} row={row} />
      </span>
      <span className="quiet ellipsis" title={order.description}>
        {order.description}
      </span>
      <ReadinessLine order={order} />
      {shares.length === 0 ? null : <MergedShares shares={shares} order={order} />}
      <Facts list={[store, daysWords(scheduleDate, dueDate), `rev. ${revision}`, parts]} />
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
