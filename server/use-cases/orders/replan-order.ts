/** An order on the books planned anew for another quantity, day, store or revision, by the rules it was made by. */
import { FlatBoms } from "../../../shared/planning/flat-boms.ts";
import { planOne, type PlannedWork } from "../../../shared/planning/plan-one.ts";
import { refuse, type Refused } from "../../../shared/order/refusals.ts";
import { knownDate } from "../../../shared/quantity/calendar-date.ts";
import type { ProblemDetail } from "../../../shared/row/problem.ts";
import { problemAt } from "../../../shared/row/problem.ts";
import { problemSentence } from "../../../shared/row/problem-sentences.ts";
import type { DemandLine } from "../../../shared/validation/demand-line.ts";
import { codeKey, type Facts, type ItemFacts } from "../../../shared/validation/facts.ts";
import type { OrderDesk } from "../../store/orders/order-desk.ts";
import { rewriteOrder } from "../../store/orders/rewrite-order.ts";
import type { WorkingOrder } from "../../store/orders/working-orders.ts";
import { planApart } from "../create/plan-apart.ts";
import type { Ports } from "../ports.ts";

export type Replanned = { readonly ok: true; readonly work: PlannedWork } | Refused;

/** The order keeps its own revision, whatever is valid now: changing a day must not change what is made. */
export function replan(order: WorkingOrder, facts: Facts, ports: Ports): Replanned {
  const demand = demandOf(order, facts);
  if (order.type === "disassemble") {
    const work = planApart(demand, facts, ports.clock.today());
    if (work !== null) return { ok: true, work };
    const params = { item: order.item, day: order.needDate ?? ports.clock.today() };
    return unplanned(problemAt({ field: "item", value: order.item }, "bom-not-valid", { params }));
  }
  const { conventions, clock } = ports;
  const boms = new FlatBoms(facts, conventions);
  const planned = planOne(demand, { boms, today: clock.today(), conventions });
  return planned.ok ? { ok: true, work: planned.work } : unplanned(planned.problems[0]);
}

function unplanned(problem: ProblemDetail | undefined): Refused {
  return refuse("cannot-be-planned", { why: problem === undefined ? "" : problemSentence(problem).message });
}

function demandOf(order: WorkingOrder, facts: Facts): DemandLine {
  const item = facts.items.get(order.itemId);
  const store = facts.storesByCode.get(codeKey(order.store));
  if (item === undefined || store === undefined)
    throw new Error(`Order ${order.number} has lost its item or store`);
  return {
    row: 0,
    kind: "manual",
    document: "",
    line: "",
    notes: "",
    item: pinned(item, order.revisionId),
    quantity: order.quantity,
    store,
    needDate: order.needDate === null ? null : knownDate(order.needDate),
  };
}

function pinned(item: ItemFacts, revisionId: number): ItemFacts {
  const own = item.bomRevisions.filter((revision) => revision.id === revisionId);
  return { ...item, bomRevisions: own.map((revision) => ({ ...revision, validFrom: null, validTo: null })) };
}

/** Writes what was planned anew, as part of a change that was noted already. */
export async function writeReplanned(desk: OrderDesk, order: WorkingOrder, work: PlannedWork): Promise<void> {
  const rewrite = { id: order.id, work, materials: desk.materialsOf(order.id) };
  desk.replaceMaterials(order.id, await rewriteOrder(desk.transaction, rewrite));
}
