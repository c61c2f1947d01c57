/** One MO and the rows that have it: what it makes, live status, whether its demand changed, its materials when asked for. */
import { Badge, Button } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import type { OrderSnapshot } from "../../../shared/event/event.ts";
import type { Intake } from "../../../shared/intake/intake.ts";
import { statusWords } from "../../../shared/order/status-words.ts";
import type { KnownOrder } from "../../../shared/wire/order.ts";
import { useDemandState } from "../demand/demand-context.ts";
import { useIsOpen, useMaterials } from "../materials/materials-context.ts";
import { OrderMaterials } from "../materials/order-materials.tsx";
import { DynamicBadge } from "../parts/dynamic-badge.tsx";
import { rowList } from "../texts.ts";
import { useCoverageOf } from "./coverage-context.ts";
import { useKnownOrder } from "./facts-context.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";

/** Rows that were merged have one together. */
export interface MadeOrder {
  readonly number: string;
  readonly rows: readonly number[];
}

interface MadeLineProps {
  readonly made: MadeOrder;
  readonly intake: Intake;
}

export function MadeLine({ made: { number, rows }, intake }: MadeLineProps) {
  const planner = usePlanner();
  const { orders, unknownOrders } = usePlannerState();
  const { drifts } = useDemandState();
  const isOpen = useIsOpen(number);
  const known = useKnownOrder(number);
  const order = unknownOrders.has(number) ? null : (orders.get(number) ?? known);
  const column = intake.columns.item?.column ?? intake.firstColumn;
  return (
    <article className="made-order">
      <MaterialsToggle number={number} />
      <div className="made-what">
        <div className="made-line">
          <button
            type="button"
            className="link code"
            onClick={() => planner.showCell(intake.sheet.id, rows[0] ?? intake.headingRow, column)}
          >
            {number}
          </button>
          <span className="quiet fact">{rowList(rows)}</span>
          <span className="made-badges">
            {known?.link === "dynamic" ? <DynamicBadge /> : null}
            {drifts.has(number) ? (
              <Badge appearance="tint" color="warning">
                Demand changed
              </Badge>
            ) : null}
            <Badge appearance="tint" color={order === null || order === undefined ? "subtle" : "informative"}>
              {statusOf(order)}
            </Badge>
          </span>
        </div>
        <MadeFacts number={number} order={order} known={known} />
      </div>
      {isOpen ? <OrderMaterials number={number} /> : null}
    </article>
  );
}

function statusOf(order: OrderSnapshot | null | undefined): string {
  if (order === undefined) return "Looking up…";
  return order === null ? "No such MO" : statusWords(order.status, order.holdReason);
}

interface MadeFactsProps {
  readonly number: string;
  readonly order: OrderSnapshot | null | undefined;
  readonly known: KnownOrder | null | undefined;
}

/** "130 EA CHAIR-OAK · due 2026-12-10", and how far its line is on MOs. */
function MadeFacts({ number, order, known }: MadeFactsProps) {
  const coverage = useCoverageOf(number);
  const isKnown = order !== undefined && order !== null && known !== undefined && known !== null;
  return (
    <>
      {isKnown ? (
        <p className="made-fact quiet">
          <span className="fact">{`${order.quantity === "" ? known.quantity : order.quantity} ${known.unit}`}</span>{" "}
          <span className="code" title={known.item}>
            {known.item}
          </span>
          {" · "}
          <span className="fact">{`due ${order.dueDate}`}</span>
        </p>
      ) : null}
      {coverage === "" || order?.status === "cancelled" ? null : (
        <p className="made-fact quiet">{coverage}</p>
      )}
    </>
  );
}

function MaterialsToggle({ number }: { readonly number: string }) {
  const editor = useMaterials();
  const isOpen = useIsOpen(number);
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-expanded={isOpen}
      aria-label={`Materials of ${number}`}
      title="Materials"
      icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
      onClick={() => editor.toggle(number)}
    />
  );
}
