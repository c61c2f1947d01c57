/** By what a workbook's own unfinished presses are known again: a small text, kept in the workbook itself. */
import type { HostRefusal, Workbook } from "../host/workbook.ts";
import { pause } from "./pause.ts";

const SETTING = "moPlannerWorkbookId";
/** Excel may keep a setting waiting until a cell is no longer edited; a press is not kept waiting for that (R30). */
const MOST_WAITED_MS = 2_000;

export type KnownId =
  /** Null as long as nobody pressed Create in this workbook. */
  | { readonly kind: "known"; readonly id: string | null }
  /** Excel would not say, while a cell is edited for one. */
  | { readonly kind: "refused"; readonly refusal: HostRefusal };

export class WorkbookId {
  readonly #workbook: Pick<Workbook, "readSetting" | "writeSetting">;
  readonly #newId: () => string;
  /** Where the workbook cannot keep it, it lasts as long as the pane. */
  #id: string | null = null;
  /** Used while Excel would not say: it may turn out that the workbook has one already, by which older presses are known. */
  #untold: string | null = null;

  constructor(workbook: Pick<Workbook, "readSetting" | "writeSetting">, newId: () => string) {
    this.#workbook = workbook;
    this.#newId = newId;
  }

  async known(): Promise<KnownId> {
    if (this.#id !== null) return { kind: "known", id: this.#id };
    const asked = await this.#workbook.readSetting(SETTING);
    if (asked.kind === "refused") return asked;
    this.#id ??= asked.value;
    if (this.#id === null && this.#untold !== null) await this.#keep(this.#untold);
    return { kind: "known", id: this.#id };
  }

  async made(): Promise<string> {
    const asked = await within(this.known(), null);
    if (asked?.kind !== "known") return (this.#untold ??= this.#newId());
    return asked.id ?? this.#keep(this.#newId());
  }

  async #keep(newId: string): Promise<string> {
    const id = (this.#id ??= newId);
    await within(
      this.#workbook.writeSetting(SETTING, id).catch(() => undefined),
      undefined,
    );
    return id;
  }
}

function within<Answer>(work: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  return Promise.race([work, pause(MOST_WAITED_MS).then(() => otherwise)]);
}
