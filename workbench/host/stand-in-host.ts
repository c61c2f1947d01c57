/**
 * Plays Excel for Microsoft's office.js: a workbook on one side, an add-in frame on the other. The same host serves
 * the tests in Node and the workbench in the browser; only the transport differs. It is no Excel: docs/stand-in-host.md
 * lists what it proves and what it does not.
 */
import { requirementSets as allSets } from "./app-context.ts";
import { Conversation, type Wire } from "./conversation.ts";
import { officeEvents, type OfficeEvent } from "./events.ts";
import { Executor } from "./executor.ts";
import { Faults } from "./faults.ts";
import type { HostCore } from "./host-core.ts";
import type { Workbook } from "./model/workbook.ts";
import type { HostContext } from "./objects/host-context.ts";
import type { Json } from "./objects/host-object.ts";
import { hostContext, workbookObject } from "./objects/workbook.ts";
import { RoundTrips } from "./round-trips.ts";

export interface HostOptions {
  readonly workbook: Workbook;
  readonly requirementSets?: Readonly<Record<string, string>>;
}

const RICH_API_EVENT = 65536;
/** ExcelApi 1.14 is the first whose events say who triggered them. */
const FIRST_WITH_TRIGGER = 14;
const COMMAND_WAIT_MS = 5_000;
const COMMAND_POLL_MS = 20;

export class StandInHost {
  readonly workbook: Workbook;
  readonly faults = new Faults();
  readonly roundTrips = new RoundTrips();
  /** How often the person lost what could be undone: saving Office's own settings costs it (office-js#3141). */
  undoLosses = 0;
  readonly #core: HostCore;
  readonly #context: HostContext;
  readonly #conversations = new Set<Conversation>();
  readonly #running = new Map<string, (status: number) => void>();
  #pending: (() => void)[] = [];
  #nextEvent = 1;
  #nextCommand = 1;

  constructor({ workbook, requirementSets = allSets }: HostOptions) {
    this.workbook = workbook;
    this.#context = hostContext(workbook);
    this.#core = {
      executor: new Executor(workbookObject(this.#context), this.faults.refusedMembers),
      faults: this.faults,
      roundTrips: this.roundTrips,
      documentUrl: `https://workbench.test/${workbook.name}`,
      settings: workbook.settings,
      requirementSets,
      saveSettings: (properties) => this.#saveSettings(properties),
      commandCompleted: (id, status) => this.#running.get(id)?.(status),
      afterAnswer: () => this.#tellPending(),
    };
    workbook.listen((event) => {
      if (event.kind === "selected") this.#soon(() => this.#tellAll("documentSelectionChanged", {}));
      for (const one of officeEvents(workbook, event)) this.#richEvent(one);
    });
  }

  /** How many objects add-ins hold from one sync to the next; office.js lets go of them after each Excel.run. */
  get keptObjects(): number {
    return this.#core.executor.kept.size;
  }

  /** Begins a talk with a freshly loaded add-in frame. */
  converse(wire: Wire): Conversation {
    const conversation = new Conversation(this.#core, wire);
    this.#conversations.add(conversation);
    return conversation;
  }

  end(conversation: Conversation): void {
    this.#conversations.delete(conversation);
  }

  /**
   * Presses a ribbon button that runs a function; resolves when the function says it is done. A name that no function
   * is associated with yet is an error here; in Excel the press is lost without a word (office-js#5176).
   */
  async runCommand(functionName: string): Promise<void> {
    const conversation = await this.#readyForCommands();
    const id = `command-${String(this.#nextCommand)}`;
    this.#nextCommand += 1;
    const done = new Promise<number>((resolve) => this.#running.set(id, resolve));
    conversation.tell("appCommandInvoked", [
      id,
      functionName,
      JSON.stringify({ source: { id: functionName } }),
    ]);
    const status = await done;
    this.#running.delete(id);
    if (status !== 0) throw new Error(`No function is associated with ${functionName} (${String(status)})`);
  }

  /** A pane that is still loading registers for commands a moment later; a pane that never does is a fault. */
  async #readyForCommands(): Promise<Conversation> {
    for (let waited = 0; waited < COMMAND_WAIT_MS; waited += COMMAND_POLL_MS) {
      const ready = [...this.#conversations].find((conversation) => conversation.isReadyForCommands);
      if (ready !== undefined) return ready;
      await new Promise((resolve) => setTimeout(resolve, COMMAND_POLL_MS));
    }
    throw new Error("No add-in is ready for ribbon commands");
  }

  #saveSettings(properties: readonly (readonly [string, string])[]): void {
    this.undoLosses += 1;
    this.workbook.settings.clear();
    for (const [key, json] of properties) this.workbook.settings.set(key, json);
  }

  #richEvent({ type, target, payload }: OfficeEvent): void {
    if (!this.#context.events.has(type, target)) return;
    const { triggerSource, ...others } = payload;
    const told = triggerSource === undefined || this.#tellsTrigger() ? payload : others;
    const entry: Json = [RICH_API_EVENT, type, target, JSON.stringify(told), this.#nextEvent, false];
    this.#nextEvent += 1;
    this.#soon(() => this.#tellAll("richApiMessage", { ArrayData: [entry] }));
  }

  #tellsTrigger(): boolean {
    const [, minor = "0"] = (this.#core.requirementSets.excelapi ?? "").split(".");
    return Number(minor) >= FIRST_WITH_TRIGGER;
  }

  #tellAll(actionName: string, data: Json): void {
    for (const conversation of this.#conversations) conversation.tell(actionName, data);
  }

  /** Events wait for the answer of the batch that caused them; what people do at the grid is told at once. */
  #soon(tell: () => void): void {
    this.#pending.push(tell);
    setTimeout(() => this.#tellPending(), 0);
  }

  #tellPending(): void {
    const pending = this.#pending;
    this.#pending = [];
    for (const tell of pending) tell();
  }
}
