/** Reads, previews, creates and watches: what the pane's buttons and Excel's hints set going. */
import type { Intake } from "../../shared/intake/intake.ts";
import type { Rules } from "../../shared/wire/lines.ts";
import type { Explanation } from "../../shared/wire/plan.ts";
import type { Workbook } from "../host/workbook.ts";
import { actOnOrders } from "./act-on-orders.ts";
import { afterPress } from "./chosen-rules.ts";
import { whyNot } from "./clients/http.ts";
import { coveredShown } from "./covered-answer.ts";
import { finishPress } from "./finish-press.ts";
import { newPress, type Previewed } from "./new-press.ts";
import { OrderWatch, type OrderNews } from "./order-watch.ts";
import { documentsOf, isOfKind, type OrderedWay } from "./ordered-way.ts";
import type { Outbox, Press } from "./outbox.ts";
import { pause } from "./pause.ts";
import { FIRST_STATE, type PaneView, type PlannerState, type Work } from "./planner-state.ts";
import { planRows } from "./plan-rows.ts";
import { readIntake, type ReadIntake } from "./read-intake.ts";
import { rowChanges } from "./row-changes.ts";
import type { ActionRequest, ServiceClient } from "./clients/service-client.ts";
import { createStore, type Store } from "./store.ts";

export interface PlannerPorts {
  readonly workbook: Workbook;
  readonly client: ServiceClient;
  readonly outbox: Outbox;
  readonly news: OrderNews;
  readonly newKey: () => string;
  /** Local time for people, "14:02". */
  readonly clockTime: () => string;
}

/** Selecting with the keyboard moves cell by cell: only the last of a flurry is read. */
const SETTLE_MS = 250;
const HOST_BUSY_RETRY_MS = 1_000;
const SERVICE_RETRY_MS = 3_000;
const WORKBOOK_ID = "moPlannerWorkbookId";

export class Planner {
  readonly store: Store<PlannerState> = createStore(FIRST_STATE);
  readonly #ports: PlannerPorts;
  readonly #watch: OrderWatch;
  readonly #closed = new AbortController();
  #hurry = new AbortController();
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Rises with each reading, so that late answers of earlier ones are dropped. */
  #reading = 0;
  /** The workbook's own id: undefined until it was asked for, null when it has none yet. */
  #workbookId: string | null | undefined = undefined;
  /** The covered rows that were shown when somebody decided what becomes of them. */
  #answered: ReadonlySet<string> = new Set();

  constructor(ports: PlannerPorts) {
    this.#ports = ports;
    this.#watch = new OrderWatch({
      client: ports.client,
      workbook: ports.workbook,
      signal: this.#closed.signal,
      news: ports.news,
      onOrders: (orders) => this.store.set({ orders }),
      onConnection: (connection) => this.#connected(connection),
    });
  }

  start(): void {
    this.#guard(this.#start());
  }

  async #start(): Promise<void> {
    await this.#ports.workbook.onChange((hint) => this.#hear(hint));
    this.#guard(this.#watch.run());
    await this.#askService();
    await this.#resume();
  }

  async #resume(): Promise<void> {
    const [unfinished] = this.#ports.outbox.unfinished((await this.#askWorkbook()) ?? "");
    if (unfinished === undefined) await this.read();
    else await this.#finish(unfinished);
  }

  /** Ends streams and timers: an open stream keeps Excel from quitting (R54). */
  close(): void {
    this.#closed.abort();
    clearTimeout(this.#settling);
  }

  /** Tries again now instead of waiting. */
  hurry(): void {
    this.#hurry.abort();
    this.#hurry = new AbortController();
    if (this.store.get().work.kind === "unplanned") this.#guard(this.read());
  }

  choose(rules: Partial<Rules>): void {
    if (rules.coveredRows !== undefined) this.#answered = coveredShown(this.store.get().work);
    this.store.set({ rules: { ...this.store.get().rules, ...rules } });
    this.#guard(this.read());
  }

  chooseQuantity(sheetId: string, column: number): void {
    this.store.set({ quantityChoice: { sheetId, column } });
    this.#guard(this.read());
  }

  show(view: PaneView): void {
    this.store.set({ view });
  }

  dismissOutcome(): void {
    this.store.set({ outcome: null });
  }

  showCell(sheetId: string, row: number, column: number): void {
    this.#guard(this.#ports.workbook.selectCell(sheetId, { row, column }));
  }

  /** Selects all rows of these documents, which then are read like any selection. */
  selectDocuments(intake: Intake, texts: Set<string>): void {
    this.#guard(this.#selectDocuments(intake, texts));
  }

  async #selectDocuments(intake: Intake, texts: Set<string>): Promise<void> {
    const { sheet, headingRow, firstColumn, lastColumn, columns } = intake;
    const column = columns.document?.column;
    if (column === undefined) return;
    const where = { sheetId: sheet.id, headingRow, firstColumn, lastColumn, column, texts };
    await this.#ports.workbook.selectRowsWhere(where);
  }

  /** Reads the selection to make regular orders of its rows, whatever was chosen before. */
  async readRegular(): Promise<void> {
    this.store.set({ rules: { ...this.store.get().rules, link: "regular" } });
    await this.read();
  }

  /** Reads the selection for a way that was asked for by name; rows of another kind are told to be so. */
  async readAs(way: OrderedWay): Promise<void> {
    this.store.set({ rules: { ...this.store.get().rules, link: way.link } });
    clearTimeout(this.#settling);
    await this.#readLast();
    const { work } = this.store.get();
    if (work.kind !== "planned" && work.kind !== "unplanned") return;
    if (!isOfKind(work.intake, way)) {
      this.store.set({ work: { kind: "other-rows", wanted: way.kind } });
      return;
    }
    const documents = documentsOf(work.intake);
    if (way.lines === "selected" || documents.size === 0) return;
    await this.#selectDocuments(work.intake, documents);
    await this.#readLast();
  }

  /** Until no other reading overtook this one: what is shown then is of the rows that are selected now. */
  async #readLast(): Promise<void> {
    for (;;) {
      const before = this.#reading;
      await this.read();
      if (this.#reading <= before + 1) return;
    }
  }

  /** Reads all statuses of the workbook again, then the selection. */
  async refresh(): Promise<void> {
    await this.#watch.refresh();
    await this.read();
  }

  retry(): void {
    this.#guard(this.refresh());
  }

  /** After a fault: an unfinished press goes on with its key, otherwise the selection is read anew. */
  restart(): void {
    this.store.set({ work: { kind: "reading" } });
    this.#guard(this.#resume());
  }

  /** Null, or why it could not be done. */
  act(change: ActionRequest): Promise<string | null> {
    return actOnOrders(this.#ports.client, change);
  }

  /** Why a row of the preview is planned as it is; a sentence when nobody can say. */
  async explain(row: number): Promise<Explanation | string> {
    const { work, rules } = this.store.get();
    if (work.kind !== "planned") return "The rows are being read again.";
    const asked = await this.#ports.client.explain({ lines: [...work.intake.lines], rules, row });
    if (asked.kind === "answered") return asked.answer;
    return whyNot(asked);
  }

  /** Reads the selection and asks what it would make. */
  async read(): Promise<void> {
    if (this.#isBusy()) return;
    this.#reading += 1;
    const mine = this.#reading;
    const show = (work: Work): void => {
      if (mine === this.#reading && !this.#isBusy()) this.store.set({ work });
    };
    const read = await this.#readIntake(() => mine === this.#reading);
    if (read.kind !== "read") this.#showUnread(read, show);
    else await this.#plan(read.intake, show);
  }

  #readIntake(isWanted: () => boolean): Promise<ReadIntake> {
    return readIntake(this.#ports.workbook, { quantity: this.store.get().quantityChoice, isWanted });
  }

  #showUnread(read: Exclude<ReadIntake, { kind: "read" }>, show: (work: Work) => void): void {
    if (read.kind === "overtaken") return;
    if (read.kind === "nothing") show({ kind: "nothing-selected" });
    else if (read.kind === "not-understood") show(read);
    else {
      show({ kind: "host-busy", refusal: read.refusal });
      this.#settle(HOST_BUSY_RETRY_MS);
    }
  }

  /** The press. Creates what the preview shows, and nothing else. */
  create(): void {
    this.#guard(this.#create());
  }

  async #create(): Promise<void> {
    const { work } = this.store.get();
    if (work.kind !== "planned" || work.plan.ready === 0) return;
    const { intake, plan } = work;
    this.store.set({ work: { kind: "checking", intake, plan }, changedRows: [] });
    const now = await this.#readIntake(() => true);
    // While a cell is edited nothing can be read, and nothing in the sheet is other than it was.
    if (now.kind === "busy") await this.#send({ intake, plan });
    else if (now.kind !== "read") this.#showUnread(now, (unread) => this.store.set({ work: unread }));
    else await this.#createChecked({ intake: now.intake, plan }, rowChanges(intake, now.intake));
  }

  /** Only what was previewed is made: rows that say something else by now are previewed first. */
  async #createChecked(previewed: Previewed, changedRows: PlannerState["changedRows"]): Promise<void> {
    if (changedRows.length === 0) return this.#send(previewed);
    const { intake } = previewed;
    this.store.set({ changedRows, work: { kind: "planning", intake } });
    await this.read();
  }

  async #send(previewed: Previewed): Promise<void> {
    const { newKey, clockTime } = this.#ports;
    const identity = {
      workbookId: this.#workbookId ?? (await this.#askWorkbook()) ?? newKey(),
      key: newKey(),
      pressedAt: clockTime(),
    };
    const press = newPress({ ...previewed, rules: this.store.get().rules }, identity);
    this.#ports.outbox.put(press);
    this.store.set({ work: { kind: "sending", press, tries: 0, progress: null }, outcome: null });
    await this.#rememberWorkbook(press.workbookId);
    await this.#finish(press);
  }

  /** Gives up a press that is on its way: its answer will say for each row whether it was made. */
  giveUp(): void {
    const { work } = this.store.get();
    if (work.kind !== "sending") return;
    const { press } = work;
    this.#ports.outbox.put({ ...press, isGivenUp: true });
    this.store.set({ work: { ...work, press: { ...press, isGivenUp: true } } });
    this.#guard(this.#ports.client.cancelPress(press.request.key));
    this.hurry();
  }

  async #plan(intake: Intake, show: (work: Work) => void): Promise<void> {
    const mine = this.#reading;
    show({ kind: "planning", intake });
    const asking = { intake, rules: this.store.get().rules, answered: this.#answered };
    const { work, rules } = await planRows(this.#ports.client, asking);
    if (mine !== this.#reading) return;
    this.store.set({ rules });
    show(work);
    if (work.kind === "unplanned") this.#settle(SERVICE_RETRY_MS);
  }

  async #finish(press: Press): Promise<void> {
    const { client, workbook, outbox } = this.#ports;
    const show = (work: Work): void => this.store.set({ work });
    const outcome = await finishPress(
      { client, workbook, outbox, show, hurry: () => this.#hurry.signal },
      press,
    );
    const rules = afterPress(this.store.get().rules);
    this.store.set({ outcome, rules, work: { kind: "reading" } });
    await this.read();
  }

  #isBusy(): boolean {
    const { kind } = this.store.get().work;
    return kind === "checking" || kind === "sending" || kind === "painting";
  }

  /** Other rows are selected: what had changed in the ones before is of no interest. */
  #hear(hint: "selection" | "cells"): void {
    if (hint === "selection" && this.store.get().changedRows.length > 0) this.store.set({ changedRows: [] });
    this.#settle();
  }

  #settle(ms = SETTLE_MS): void {
    clearTimeout(this.#settling);
    if (this.#closed.signal.aborted) return;
    this.#settling = setTimeout(() => this.#guard(this.read()), ms);
  }

  #connected(connection: PlannerState["connection"]): void {
    if (connection === this.store.get().connection) return;
    this.store.set({ connection });
    if (connection === "offline") return;
    this.#guard(this.#askService());
    this.hurry();
  }

  async #askService(): Promise<void> {
    const asked = await this.#ports.client.service();
    if (asked.kind === "answered") this.store.set({ service: asked.answer });
    else if (asked.kind === "unreachable") this.store.set({ connection: "offline" });
  }

  /** Asked until Excel answers, and then no more: a press must not wait for a cell that is being edited (R30). */
  async #askWorkbook(): Promise<string | null> {
    while (this.#workbookId === undefined && !this.#closed.signal.aborted) {
      const asked = await this.#ports.workbook.readSetting(WORKBOOK_ID);
      if (asked.kind === "read") this.#workbookId ??= asked.value;
      else {
        if (!this.#isBusy()) this.store.set({ work: { kind: "host-busy", refusal: asked.refusal } });
        await pause(HOST_BUSY_RETRY_MS, this.#closed.signal);
      }
    }
    return this.#workbookId ?? null;
  }

  /** So that a reload finds its own presses again; if it cannot be kept, the press goes on all the same. */
  async #rememberWorkbook(id: string): Promise<void> {
    if (this.#workbookId === id) return;
    this.#workbookId = id;
    await this.#ports.workbook.writeSetting(WORKBOOK_ID, id).catch(() => undefined);
  }

  /** What nobody expected is shown with its details. */
  fault(error: unknown): void {
    const details = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.store.set({ work: { kind: "fault", details } });
  }

  /** The pane's edge. */
  #guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.fault(error));
  }
}
