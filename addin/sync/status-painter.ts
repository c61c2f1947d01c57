/** Writes what is known of MOs beside their numbers: one paint at a time, and again what could not be written. */
import type { OrderSnapshot } from "../../shared/event/event.ts";
import { statusWords } from "../../shared/order/status-words.ts";
import type { StatusPatch } from "../../shared/sheet/sheet-patch.ts";
import { isBusy, type HostRefusal, type Workbook } from "../host/workbook.ts";
import type { AskedWords } from "./asked-words.ts";
import { pause, retryDelay } from "./pause.ts";

interface PainterPorts {
  readonly workbook: Pick<Workbook, "paintStatuses">;
  readonly askedWords: AskedWords;
  readonly stateOf: (number: string) => OrderSnapshot | undefined;
  readonly signal: AbortSignal;
}

const BUSY_PAUSE_MS = 1_500;

export class StatusPainter {
  readonly #ports: PainterPorts;
  /** Numbers whose cells may be behind. */
  readonly #behind = new Set<string>();
  /** Those that a protected sheet did not take, or Excel itself: nothing tells when it will, so the next news tries. */
  readonly #shutOut = new Set<string>();
  #painting: Promise<void> | null = null;

  constructor(ports: PainterPorts) {
    this.#ports = ports;
  }

  paint(numbers: Iterable<string>): void {
    for (const number of numbers) this.#behind.add(number);
    for (const number of this.#shutOut) this.#behind.add(number);
    this.#shutOut.clear();
    this.#painting ??= this.#paintAll().finally(() => (this.#painting = null));
  }

  /** What changes meanwhile goes into the next. */
  async #paintAll(): Promise<void> {
    const { signal } = this.#ports;
    for (let failures = 0; this.#behind.size > 0 && !signal.aborted;) {
      const numbers = [...this.#behind];
      this.#behind.clear();
      const refusal = await this.#paintOnce(numbers).catch(() => "fault" as const);
      failures = refusal === null ? 0 : failures + 1;
      if (refusal === null) continue;
      const mayPass = refusal === "fault" || isBusy(refusal);
      for (const number of numbers) (mayPass ? this.#behind : this.#shutOut).add(number);
      if (mayPass) await pause(refusal === "fault" ? retryDelay(failures) : BUSY_PAUSE_MS, signal);
    }
  }

  async #paintOnce(numbers: readonly string[]): Promise<HostRefusal | null> {
    const { workbook, askedWords, stateOf } = this.#ports;
    const asked = await askedWords.beside(numbers);
    const patches = [...new Set([...numbers, ...asked.keys()])].map((number) => {
      const order = stateOf(number);
      return { number, words: { ...(order && statusOf(order)), ...asked.get(number) } };
    });
    const { refusal } = await workbook.paintStatuses(patches);
    return refusal;
  }
}

function statusOf(order: OrderSnapshot): StatusPatch["words"] {
  return {
    orderStatus: statusWords(order.status, order.holdReason),
    orderProduced: order.producedQuantity,
    orderDue: order.dueDate,
  };
}
