/** Writes what became of a press into its rows, as soon as the sheet takes it. */
import { patchForBatch } from "../../../shared/sheet/patch-for-batch.ts";
import type { Batch } from "../../../shared/wire/batch.ts";
import { isBusy, type BusyRefusal, type PaintReport, type Workbook } from "../../host/workbook.ts";
import { pause } from "../pause.ts";
import type { SheetPress } from "./press.ts";

export interface PaintPorts {
  readonly workbook: Pick<Workbook, "paint">;
  readonly show: (painting: Painting) => void;
  /** Ends a wait early. */
  readonly hurried: () => AbortSignal;
}

export interface Painting {
  readonly painted: number;
  readonly waitsFor: BusyRefusal | null;
}

/** How long to wait for somebody to finish typing in a cell. */
const CELL_EDIT_PAUSE_MS = 700;

export async function paintPress(
  { workbook, show, hurried }: PaintPorts,
  { place, unsent }: SheetPress,
  { rows }: Batch,
): Promise<PaintReport> {
  const patch = patchForBatch(place, rows, unsent);
  for (let waitsFor: BusyRefusal | null = null; ;) {
    show({ painted: 0, waitsFor });
    const report = await workbook.paint(patch, (painted) => show({ painted, waitsFor: null }));
    if (!isBusy(report.refusal)) return report;
    waitsFor = report.refusal;
    await pause(CELL_EDIT_PAUSE_MS, hurried());
  }
}
