/** An order to take finished goods apart again: its materials are what comes back. Made exactly once for its key. */
import { createHash } from "node:crypto";
import type { PlannedMaterial } from "../../../shared/planning/planned-material.ts";
import type { PlannedRow } from "../../../shared/planning/plan-orders.ts";
import { readinessOf } from "../../../shared/planning/readiness.ts";
import type { CalendarDate } from "../../../shared/quantity/calendar-date.ts";
import { problemAt } from "../../../shared/row/problem.ts";
import { checkLines } from "../../../shared/validation/check-lines.ts";
import type { DemandLine } from "../../../shared/validation/demand-line.ts";
import type { Facts } from "../../../shared/validation/facts.ts";
import type { DisassemblyRequest } from "../../../shared/wire/order-work.ts";
import { findBatch } from "../../store/batches/batch-store.ts";
import { loadFacts } from "../../store/catalog/catalog-facts.ts";
import { writeBatch } from "../../store/batches/write-batch.ts";
import type { BatchMade } from "./create-batch.ts";
import { planApart } from "./plan-apart.ts";
import type { Ports } from "../ports.ts";
import { toWireBatch } from "../batches/wire-batch.ts";

export async function createDisassembly(
  ports: Ports,
  request: DisassemblyRequest,
  actor: string,
): Promise<BatchMade> {
  const { key } = request;
  const hash = createHash("sha256")
    .update(JSON.stringify(["disassemble", request]))
    .digest("hex");
  const made = await ports.database.write(async (transaction) => {
    const earlier = await findBatch(transaction, { key });
    if (earlier !== null && earlier.requestHash !== hash) return { outcome: "key-reused" } as const;
    if (earlier !== null) return { outcome: "repeated", batch: toWireBatch(earlier) } as const;
    const today = ports.clock.today();
    const row = planRowApart(request, await loadFacts(transaction, [request], { depth: "one-level" }), today);
    const by = { actor, today, at: ports.clock.now() };
    const press = {
      key,
      hash,
      ...by,
      source: { workbook: "", sheet: "" },
      type: "disassemble",
      link: "regular",
      state: "done",
    } as const;
    const { stored, position } = await writeBatch(transaction, press, [row]);
    return { outcome: "created", batch: toWireBatch(stored), position } as const;
  });
  if (made.outcome === "created") ports.feed.announce(made.position);
  return made;
}

function planRowApart(
  { item, quantity, store, notes }: DisassemblyRequest,
  facts: Facts,
  today: CalendarDate,
): PlannedRow {
  const line = {
    row: 1,
    kind: "manual",
    item,
    quantity,
    store,
    notes,
    needDate: "",
    document: "",
    line: "",
  } as const;
  const rules = { today, dateOrder: null, pastNeedDates: "refuse", duplicateRows: "keep" } as const;
  const coverage = { coveredRows: "refuse", overReason: "", link: "regular" } as const;
  const [checked] = checkLines([line], facts, { ...rules, ...coverage });
  if (checked === undefined) throw new Error("One line has one answer");
  if (!checked.ok) return { outcome: "refused", row: 1, problems: checked.problems };
  return planOrderApart(checked.demand, facts, today);
}

function planOrderApart(demand: DemandLine, facts: Facts, today: CalendarDate): PlannedRow {
  const work = planApart(demand, facts, today);
  if (work === null) {
    const { number } = demand.item;
    const params = { item: number, day: today };
    const problem = problemAt({ field: "item", value: number }, "bom-not-valid", { params });
    return { outcome: "refused", row: 1, problems: [{ row: 1, ...problem }] };
  }
  const { scheduleDate } = work;
  const readiness = readinessOf<PlannedMaterial>(
    { quantity: demand.quantity, decimals: demand.item.unit.decimals, scheduleDate, today },
    [],
  );
  return { outcome: "ready", row: 1, order: { ...work, readiness, children: [] }, warnings: [] };
}
