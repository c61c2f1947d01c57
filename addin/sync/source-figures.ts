/**
 * The figures of source rows whose MOs were just made or taken back: brought up to date by themselves, so that they do
 * not contradict the MO beside them. What cannot be is told to be out of date.
 */
import { isBusy, type SourceTable, type Workbook } from "../host/workbook.ts";
import type { SourceClient } from "./clients/source-client.ts";
import { pause, retryDelay } from "./pause.ts";
import { forRowsThere, keptChoice, queryOf, type SourcesState } from "./source-sheets.ts";
import type { Store } from "./store.ts";

interface FiguresPorts {
  readonly workbook: Pick<Workbook, "sourceTablesWith" | "refreshSourceRows" | "readSetting">;
  readonly client: SourceClient;
  readonly store: Store<SourcesState>;
}

/** After some minutes it is tried no more: the tab Sources says that the sheet is out of date, and offers to refresh it. */
const MOST_FAILURES = 20;

export class SourceFigures {
  readonly #ports: FiguresPorts;
  readonly #closed = new AbortController();
  /** MO numbers whose rows may be behind. */
  readonly #changed = new Set<string>();
  #refreshing: Promise<void> | null = null;

  constructor(ports: FiguresPorts) {
    this.#ports = ports;
  }

  close(): void {
    this.#closed.abort();
  }

  /** Resolves when the rows of these MOs say what is true, or cannot be made to. */
  changed(numbers: readonly string[]): Promise<void> {
    for (const number of numbers) this.#changed.add(number);
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    const { signal } = this.#closed;
    for (let failures = 0; this.#changed.size > 0 && failures < MOST_FAILURES && !signal.aborted;) {
      const numbers = [...this.#changed];
      this.#changed.clear();
      if (await this.#refreshTables(numbers).catch(() => false)) continue;
      for (const number of numbers) this.#changed.add(number);
      await pause(retryDelay(failures), signal);
      failures += 1;
    }
    this.#changed.clear();
  }

  /** False when trying again may help. */
  async #refreshTables(numbers: readonly string[]): Promise<boolean> {
    const tables = await this.#ports.workbook.sourceTablesWith(numbers);
    if (tables === null) return false;
    let isDone = true;
    for (const table of tables) isDone = (await this.#refreshRows(table, numbers)) && isDone;
    return isDone;
  }

  async #refreshRows({ name }: SourceTable, numbers: readonly string[]): Promise<boolean> {
    const { workbook, client } = this.#ports;
    this.#mark(name, true);
    const choice = await keptChoice(workbook, name);
    if (choice === null) return true;
    if (typeof choice === "string") return !isBusy(choice);
    const asked = await client.read(choice.source, queryOf(forRowsThere(choice)));
    if (asked.kind !== "answered") return asked.kind === "refused";
    const { refusal, lostColumns } = await workbook.refreshSourceRows(name, asked.answer, numbers);
    if (refusal === null && lostColumns.length === 0) this.#mark(name, false);
    return !isBusy(refusal);
  }

  #mark(name: string, isBehind: boolean): void {
    const outOfDate = new Set(this.#ports.store.get().outOfDate);
    if (isBehind) outOfDate.add(name);
    else outOfDate.delete(name);
    this.#ports.store.set({ outOfDate });
  }
}
