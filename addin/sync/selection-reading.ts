/** The selected rows: read, understood, and previewed by the service; late answers of earlier readings are dropped. */
import type { Intake } from "../../shared/intake/intake.ts";
import type { Rules } from "../../shared/wire/lines.ts";
import type { Workbook } from "../host/workbook.ts";
import type { ServiceClient } from "./clients/service-client.ts";
import { coveredShown } from "./covered-answer.ts";
import { isPressing, type PlannerState, type Work } from "./planner-state.ts";
import { planRows } from "./plan-rows.ts";
import { readIntake, type ReadIntake } from "./read-intake.ts";
import type { Store } from "./store.ts";

interface ReadingPorts {
  readonly store: Store<PlannerState>;
  readonly workbook: Pick<Workbook, "readSelection">;
  readonly client: Pick<ServiceClient, "plan">;
  /** What stands in the way passes: reads again after a while. */
  readonly readLater: (ms: number) => void;
  readonly onRead: (intake: Intake) => void;
}

const HOST_BUSY_RETRY_MS = 1_000;
const SERVICE_RETRY_MS = 3_000;

export class SelectionReading {
  readonly #ports: ReadingPorts;
  /** Rises with each reading, so that late answers of earlier ones are dropped. */
  #reading = 0;
  /** The covered rows that were shown when somebody decided what becomes of them. */
  #answered: ReadonlySet<string> = new Set();

  constructor(ports: ReadingPorts) {
    this.#ports = ports;
  }

  choose(rules: Partial<Rules>): void {
    const { store } = this.#ports;
    if (rules.coveredRows !== undefined) this.#answered = coveredShown(store.get().work);
    store.set({ rules: { ...store.get().rules, ...rules } });
  }

  async read(): Promise<void> {
    const { store, onRead } = this.#ports;
    if (isPressing(store.get())) return;
    this.#reading += 1;
    const mine = this.#reading;
    const show = (work: Work): void => {
      if (mine === this.#reading && !isPressing(store.get())) store.set({ work });
    };
    const read = await this.readOnce(() => mine === this.#reading);
    if (read.kind !== "read") {
      this.showUnread(read, show);
      return;
    }
    onRead(read.intake);
    await this.#plan(read.intake, show);
  }

  /** Until no other reading overtook this one: what is shown then is of the rows that are selected now. */
  async readLast(): Promise<void> {
    for (;;) {
      const before = this.#reading;
      await this.read();
      if (this.#reading <= before + 1) return;
    }
  }

  readOnce(isWanted: () => boolean): Promise<ReadIntake> {
    const { workbook, store } = this.#ports;
    return readIntake(workbook, { quantity: store.get().quantityChoice, isWanted });
  }

  showUnread(read: Exclude<ReadIntake, { kind: "read" }>, show: (work: Work) => void): void {
    if (read.kind === "overtaken") return;
    if (read.kind === "nothing") show({ kind: "nothing-selected" });
    else if (read.kind === "not-understood") show(read);
    else {
      show({ kind: "host-busy", refusal: read.refusal });
      this.#ports.readLater(HOST_BUSY_RETRY_MS);
    }
  }

  async #plan(intake: Intake, show: (work: Work) => void): Promise<void> {
    const { store, client, readLater } = this.#ports;
    const mine = this.#reading;
    show({ kind: "planning", intake });
    const { work, rules } = await planRows(client, {
      intake,
      rules: store.get().rules,
      answered: this.#answered,
    });
    if (mine !== this.#reading) return;
    store.set({ rules });
    show(work);
    if (work.kind === "unplanned") readLater(SERVICE_RETRY_MS);
  }
}
