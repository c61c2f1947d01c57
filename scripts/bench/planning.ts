/** The planner's own time, without any database, against the time bare inserts take for what it planned. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { usualConventions } from "../../shared/planning/conventions.ts";
import { planOrders } from "../../shared/planning/plan-orders.ts";
import type { PlanRules } from "../../shared/planning/plan-rules.ts";
import { addDays, knownDate } from "../../shared/quantity/calendar-date.ts";
import type { DraftLine } from "../../shared/row/draft-line.ts";
import { bareInsertMs } from "./bare-insert.ts";
import { buildFactory, type Factory } from "./factory.ts";
import { fastest, report, type Measured } from "./measure.ts";
import { orderRows } from "./order-rows.ts";

const ROWS = 10_000;
const TODAY = knownDate("2027-03-10");
/** The planner may take this much of the inserts' time. */
const BAR = 0.5;

const rules: PlanRules = {
  today: TODAY,
  dateOrder: null,
  pastNeedDates: "refuse",
  duplicateRows: "keep",
  conventions: usualConventions,
  subAssemblies: "take-from-stock",
  capacity: "infinite",
  merge: "none",
  coveredRows: "refuse",
  overReason: "",
  link: "regular",
};

export async function benchPlanning(): Promise<readonly Measured[]> {
  const factory = buildFactory();
  const lines = demand(factory);
  const modes = [
    { name: "one level", rules },
    { name: "all levels, sub-assemblies made", rules: { ...rules, subAssemblies: "make" as const } },
  ];
  const measured: Measured[] = [];
  for (const mode of modes) measured.push(await benchMode(mode, factory, lines));
  return measured;
}

interface Mode {
  readonly name: string;
  readonly rules: PlanRules;
}

async function benchMode(mode: Mode, { facts }: Factory, lines: readonly DraftLine[]): Promise<Measured> {
  const planMs = fastest(4, () => planOrders(lines, facts, mode.rules));
  const rows = planOrders(lines, facts, mode.rules);
  const tables = orderRows(rows.flatMap((row) => (row.outcome === "ready" ? [row.order] : [])));
  const folder = mkdtempSync(join(tmpdir(), "mo-planner-bench-"));
  const insertMs = Math.min(
    await bareInsertMs(join(folder, "first.sqlite"), tables),
    await bareInsertMs(join(folder, "second.sqlite"), tables),
  );
  rmSync(folder, { recursive: true });
  const [orders, materials, operations] = tables.map((table) => table.rows.length);
  return report({
    name: `plan ${ROWS} rows, ${mode.name}`,
    ratio: planMs / insertMs,
    bar: BAR,
    note: `planned ${planMs.toFixed(0)} ms; bare insert ${insertMs.toFixed(0)} ms of ${orders} orders, ${materials} materials, ${operations} operations`,
  });
}

function demand({ finished }: Factory): readonly DraftLine[] {
  return Array.from({ length: ROWS }, (_, index) => ({
    row: index + 2,
    kind: "shortage" as const,
    item: finished[index % finished.length]?.number ?? "",
    quantity: String(1 + (index % 37)),
    store: "MAIN",
    needDate: addDays(TODAY, 5 + (index % 60)),
    document: "",
    line: "",
    notes: "",
  }));
}
