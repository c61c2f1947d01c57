/** The press of Create: the rows are read once more, because only what was previewed is made. */
import { rowChanges, type RowChange } from "./row-changes.ts";
import type { PlannerState } from "./planner-state.ts";
import type { Previewed } from "./press/new-press.ts";
import type { SelectionReading } from "./selection-reading.ts";
import type { Store } from "./store.ts";

interface CreatePorts {
  readonly store: Store<PlannerState>;
  readonly reading: SelectionReading;
  readonly send: (previewed: Previewed) => Promise<void>;
}

export async function createChecked(ports: CreatePorts): Promise<void> {
  const { store, reading, send } = ports;
  const { work } = store.get();
  if (work.kind !== "planned" || work.plan.ready === 0) return;
  const { intake, plan } = work;
  store.set({ work: { kind: "checking", intake, plan }, changedRows: [] });
  const now = await reading.readOnce(() => true);
  // While a cell is edited nothing can be read, and nothing in the sheet is other than it was.
  if (now.kind === "busy") await send({ intake, plan });
  else if (now.kind !== "read") reading.showUnread(now, (unread) => store.set({ work: unread }));
  else {
    const changes = rowChanges(intake, now.intake);
    if (changes.length === 0) await send({ intake: now.intake, plan });
    else await previewFirst(ports, { intake: now.intake, plan }, changes);
  }
}

/** Rows that say something else by now are previewed first. */
async function previewFirst(
  { store, reading }: CreatePorts,
  { intake }: Previewed,
  changedRows: readonly RowChange[],
): Promise<void> {
  store.set({ changedRows, work: { kind: "planning", intake } });
  await reading.read();
}
