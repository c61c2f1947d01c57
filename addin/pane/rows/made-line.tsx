/** One row that has its MO: live status, whether its demand changed, and its materials when they are asked for. */
import { Badge, Button } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import type { Intake, MadeRow } from "../../../shared/intake/intake.ts";
import { statusWords } from "../../../shared/order/status-words.ts";
import { useDemandState } from "../demand/demand-context.ts";
import { useIsOpen, useMaterials } from "../materials/materials-context.ts";
import { OrderMaterials } from "../materials/order-materials.tsx";
import { useCoverageOf } from "./coverage-context.ts";
import { usePlanner, usePlannerState } from "./planner-context.ts";

export function MadeLine({
  made: { row, number },
  intake,
}: {
  readonly made: MadeRow;
  readonly intake: Intake;
}) {
  const planner = usePlanner();
  const { orders, unknownOrders } = usePlannerState();
  const { drifts } = useDemandState();
  const isOpen = useIsOpen(number);
  const coverage = useCoverageOf(number);
  const order = orders.get(number);
  const column = intake.columns.item?.column ?? intake.firstColumn;
  return (
    <>
      <div className="made-line">
        <MaterialsToggle number={number} />
        <button type="button" className="link" onClick={() => planner.showCell(intake.sheet.id, row, column)}>
          {number}
        </button>
        <span className="quiet">{`row ${row}`}</span>
        {drifts.has(number) ? (
          <Badge appearance="tint" color="warning">
            Demand changed
          </Badge>
        ) : null}
        <Badge appearance="tint" color={order === undefined ? "subtle" : "informative"}>
          {order !== undefined
            ? statusWords(order.status, order.holdReason)
            : unknownOrders.has(number)
              ? "No such MO"
              : "Looking up…"}
        </Badge>
      </div>
      {coverage === "" ? null : <p className="made-coverage quiet">{coverage}</p>}
      {isOpen ? <OrderMaterials number={number} /> : null}
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
