/**
 * Carries one press to its end: sent until the service answers, always with the same key, then painted until the
 * sheet takes it. Only then is it taken out of the outbox.
 */
import { patchForBatch } from "../../shared/sheet/patch-for-batch.ts";
import type { Batch } from "../../shared/wire/batch.ts";
import { isBusy, type BusyRefusal, type PaintReport, type Workbook } from "../host/workbook.ts";
import type { Outbox, Press } from "./outbox.ts";
import { pause, retryDelay } from "./pause.ts";
import type { Outcome, Work } from "./planner-state.ts";
import type { Asked } from "./clients/http.ts";
import type { ServiceClient } from "./clients/service-client.ts";

export interface PressPorts {
  readonly client: ServiceClient;
  readonly workbook: Workbook;
  readonly outbox: Outbox;
  readonly show: (work: Work) => void;
  /** Ends a wait between tries early. */
  readonly hurry: () => AbortSignal;
}

/** How long to wait for somebody to finish typing in a cell. */
const CELL_EDIT_PAUSE_MS = 700;

export async function finishPress(ports: PressPorts, press: Press): Promise<Outcome> {
  const sent = await send(ports, press);
  if (typeof sent === "string") {
    ports.outbox.remove(press.request.key);
    return { press, result: { kind: "refused", message: sent } };
  }
  const paint = await paintUntilTaken(ports, press, sent);
  ports.outbox.remove(press.request.key);
  return { press, result: { kind: "made", batch: sent, paint } };
}

/** The batch, or why the service will not have the request. */
async function send(ports: PressPorts, press: Press): Promise<Batch | string> {
  for (let tries = 0; ; tries += 1) {
    const asked = await sendOnce(ports, press, tries);
    if (asked.kind === "answered") return asked.answer;
    if (asked.kind === "refused") return asked.problem.detail;
    await pause(retryDelay(tries), ports.hurry());
  }
}

/** What was given up is never asked for again: its key is cancelled, and the answer says whether that came too late. */
async function sendOnce(ports: PressPorts, press: Press, tries: number): Promise<Asked<Batch>> {
  const { client, outbox, show } = ports;
  const { key } = press.request;
  const isGivenUp = outbox.isGivenUp(key);
  show({ kind: "sending", press: { ...press, isGivenUp }, tries, progress: null });
  if (isGivenUp) return client.cancelPress(key);
  const answered = new AbortController();
  void watchProgress(ports, { press, tries }, () => answered.signal);
  return client.createBatch(press.request, answered.signal).finally(() => answered.abort());
}

const PROGRESS_EVERY_MS = 400;

/** Until the press is answered; a service that cannot tell is asked again. */
async function watchProgress(
  { client, outbox, show }: PressPorts,
  sending: { readonly press: Press; readonly tries: number },
  answered: () => AbortSignal,
): Promise<void> {
  while (!answered().aborted) {
    await pause(PROGRESS_EVERY_MS, answered());
    const { press, tries } = sending;
    const asked = answered().aborted ? null : await client.progress(press.request.key);
    if (asked?.kind !== "answered" || answered().aborted) continue;
    const isGivenUp = outbox.isGivenUp(press.request.key);
    show({ kind: "sending", press: { ...press, isGivenUp }, tries, progress: asked.answer });
  }
}

async function paintUntilTaken(
  { workbook, show, hurry }: PressPorts,
  press: Press,
  batch: Batch,
): Promise<PaintReport> {
  const patch = patchForBatch(press.place, batch.rows, press.unsent);
  for (let waitsFor: BusyRefusal | null = null; ;) {
    show({ kind: "painting", press, batch, painted: 0, waitsFor });
    const report = await workbook.paint(patch, (painted) =>
      show({ kind: "painting", press, batch, painted, waitsFor: null }),
    );
    if (!isBusy(report.refusal)) return report;
    waitsFor = report.refusal;
    await pause(CELL_EDIT_PAUSE_MS, hurry());
  }
}
