/** What the pane's buttons and Excel's hints set going: reading, pressing and watching, wired together. */
import type { Intake } from "../../shared/intake/intake.ts";
import type { Rules } from "../../shared/wire/lines.ts";
import type { Explanation } from "../../shared/wire/plan.ts";
import type { Workbook } from "../host/workbook.ts";
import { actOnOrders, type ActionTold } from "./act-on-orders.ts";
import { whyNot } from "./clients/http.ts";
import type { ActionRequest, ServiceClient } from "./clients/service-client.ts";
import type { SourceClient } from "./clients/source-client.ts";
import { createChecked } from "./create-checked.ts";
import { faultText } from "./fault-text.ts";
import { OrderWatch, type OrderNews } from "./order-watch.ts";
import type { OrderedWay } from "./ordered-way.ts";
import { FIRST_STATE, type PaneView, type PlannerState } from "./planner-state.ts";
import type { Outbox } from "./press/outbox.ts";
import type { Previewed } from "./press/new-press.ts";
import { SheetPresses } from "./press/sheet-presses.ts";
import { SelectionReading } from "./selection-reading.ts";
import { createStore, type Store } from "./store.ts";
import { WholeOrders } from "./whole-orders.ts";
import type { WorkbookId } from "./workbook-id.ts";

export interface PlannerPorts {
  readonly workbook: Workbook;
  readonly workbookId: WorkbookId;
  readonly client: ServiceClient;
  readonly sources: SourceClient;
  readonly outbox: Outbox;
  readonly news: OrderNews;
  readonly newKey: () => string;
  /** Local time for people, "14:02". */
  readonly clockTime: () => string;
  /** Orders of a press stand in the workbook. */
  readonly onMade: (numbers: readonly string[]) => void;
}

/** Selecting with the keyboard moves cell by cell: only the last of a flurry is read. */
const SETTLE_MS = 250;

export class Planner {
  readonly store: Store<PlannerState> = createStore(FIRST_STATE);
  readonly #ports: PlannerPorts;
  readonly #watch: OrderWatch;
  readonly #reading: SelectionReading;
  readonly #presses: SheetPresses;
  readonly #wholeOrders: WholeOrders;
  readonly #closed = new AbortController();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: PlannerPorts) {
    const { store } = this;
    const { workbook, client, sources, news } = ports;
    this.#ports = ports;
    this.#watch = new OrderWatch({
      client,
      workbook,
      signal: this.#closed.signal,
      news,
      onOrders: (known) => store.set(known),
      onConnection: (connection) => this.#connected(connection),
    });
    this.#reading = new SelectionReading({
      store,
      workbook,
      client,
      readLater: (ms) => this.#settle(ms),
      onRead: (intake) => this.#meet(intake),
    });
    this.#wholeOrders = new WholeOrders({ store, workbook, sources, reading: this.#reading });
    this.#presses = new SheetPresses({
      ...ports,
      store,
      outbox: ports.outbox.sheets,
      onMade: (numbers) => {
        this.#watch.meet(numbers);
        ports.onMade(numbers);
      },
    });
  }

  /** Each for itself: what Excel cannot do while a cell is edited holds up nothing else. */
  start(): void {
    this.#guard(this.#ports.workbook.onChange((hint) => this.#hear(hint)));
    this.#guard(this.#watch.run());
    this.#guard(this.#askService());
    this.#guard(this.#resume());
  }

  /** Ends streams and timers: an open stream keeps Excel from quitting (R54). */
  close(): void {
    this.#closed.abort();
    this.#presses.close();
    clearTimeout(this.#settling);
  }

  /** Tries again now instead of waiting. */
  hurry(): void {
    this.#presses.hurry();
    if (this.store.get().work.kind === "unplanned") this.#guard(this.read());
  }

  choose(rules: Partial<Rules>): void {
    this.#reading.choose(rules);
    this.#guard(this.read());
  }

  chooseQuantity(sheetId: string, column: number): void {
    this.store.set({ quantityChoice: { sheetId, column } });
    this.#guard(this.read());
  }

  show(view: PaneView): void {
    this.store.set({ view });
  }

  dismissOutcome(key: string): void {
    const others = this.store.get().outcomes.filter(({ press }) => press.request.key !== key);
    this.store.set({ outcomes: others });
  }

  unfoldOutcome(key: string): void {
    const outcomes = this.store
      .get()
      .outcomes.map((outcome) =>
        outcome.press.request.key === key ? { ...outcome, isFolded: false } : outcome,
      );
    this.store.set({ outcomes });
  }

  showCell(sheetId: string, row: number, column: number): void {
    this.#guard(this.#ports.workbook.selectCell(sheetId, { row, column }));
  }

  /** Selects all rows of these documents, and tells which of their lines are not among them. */
  selectDocuments(intake: Intake, documents: ReadonlySet<string>): void {
    this.#guard(this.#wholeOrders.select(intake, documents));
  }

  areSelectedWhole(intake: Intake, documents: ReadonlySet<string>): Promise<boolean> {
    return this.#wholeOrders.areSelectedWhole(intake, documents);
  }

  showOrder(number: string): ReturnType<Workbook["selectOrder"]> {
    return this.#ports.workbook.selectOrder(number);
  }

  /** Reads the selection to make regular orders of its rows, whatever was chosen before. */
  async readRegular(): Promise<void> {
    this.store.set({ rules: { ...this.store.get().rules, link: "regular" } });
    await this.read();
  }

  /** Reads the selection for a way that was asked for by name. */
  async readAs(way: OrderedWay): Promise<void> {
    clearTimeout(this.#settling);
    if (this.store.get().work.kind === "fault") await this.#resume();
    await this.#wholeOrders.readAs(way);
  }

  /** Reads all statuses of the workbook again, then the selection. */
  async refresh(): Promise<void> {
    await this.#watch.refresh();
    await this.read();
  }

  retry(): void {
    this.#guard(this.refresh());
  }

  /** After a fault: unfinished presses go on with their keys, then the selection is read anew. */
  restart(): void {
    this.#guard(this.#resume());
  }

  act(change: ActionRequest): Promise<ActionTold> {
    return actOnOrders(this.#ports.client, change);
  }

  /** Why a row of the preview is planned as it is; a sentence when nobody can say. */
  async explain(row: number): Promise<Explanation | string> {
    const { work, rules } = this.store.get();
    if (work.kind !== "planned") return "The rows are being read again.";
    const asked = await this.#ports.client.explain({ lines: [...work.intake.lines], rules, row });
    return asked.kind === "answered" ? asked.answer : whyNot(asked);
  }

  /** Reads the selection and asks what it would make. Whoever leaves a fault goes on with what it interrupted. */
  read(): Promise<void> {
    const isInterrupted = this.store.get().work.kind === "fault" || this.#presses.mayWait;
    return isInterrupted ? this.#resume() : this.#reading.read();
  }

  /** The press. Creates what the preview shows, and nothing else. */
  create(): void {
    this.#guard(this.#create());
  }

  cancel(): void {
    this.#guard(this.#presses.cancel());
  }

  async #create(): Promise<void> {
    const [store, reading] = [this.store, this.#reading];
    const send = async (previewed: Previewed): Promise<void> => {
      await this.#presses.send(previewed);
      await this.read();
    };
    await createChecked({ store, reading, send });
  }

  async #resume(): Promise<void> {
    if (this.store.get().work.kind === "fault") this.store.set({ work: { kind: "reading" } });
    await this.#presses.finishAll();
    await this.#reading.read();
  }

  /** Numbers that were typed or pasted since the workbook was read. */
  #meet(intake: Intake): void {
    this.#wholeOrders.isRead(intake);
    const unmet = this.#watch.meet(intake.made.map(({ number }) => number));
    if (unmet.length > 0) this.#ports.news.found(unmet);
  }

  /** Other rows are selected: what had changed in the ones before is of no interest, and what was made of them is told. */
  #hear(hint: "selection" | "cells"): void {
    const { changedRows, outcomes } = this.store.get();
    if (hint === "selection" && changedRows.length > 0) this.store.set({ changedRows: [] });
    if (hint === "selection" && outcomes.some(({ isFolded }) => !isFolded))
      this.store.set({ outcomes: outcomes.map((outcome) => ({ ...outcome, isFolded: true })) });
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

  /** What nobody expected is shown with its details. */
  fault(error: unknown): void {
    this.store.set({ work: { kind: "fault", details: faultText(error) } });
  }

  /** The pane's edge. */
  #guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.fault(error));
  }
}
