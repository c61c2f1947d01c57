/** The materials of orders, opened from their rows, edited line by line and saved all at once. */
import type { ActionResult, Order } from "../../shared/wire/order.ts";
import { whyNot } from "./clients/http.ts";
import type { MaterialsClient } from "./clients/materials-client.ts";
import {
  changesOf,
  draftOf,
  isChanged,
  newLine,
  typed,
  withProblems,
  type DraftLine,
  type LineTexts,
} from "./material-drafts.ts";
import type { PlannerState } from "./planner-state.ts";
import { createStore, type Store } from "./store.ts";

export interface OpenMaterials {
  readonly kind: "shown";
  readonly order: Order;
  readonly lines: readonly DraftLine[];
  /** Sub-assembly orders go along with what is saved. */
  readonly follow: boolean;
  readonly isSaving: boolean;
  readonly told: { readonly isFault: boolean; readonly text: string };
}

export type MaterialsState =
  { readonly kind: "loading" } | { readonly kind: "untold"; readonly why: string } | OpenMaterials;

export interface EditorState {
  /** By MO number: what was opened, also while it is folded away, so that nothing typed is lost. */
  readonly orders: ReadonlyMap<string, MaterialsState>;
  readonly opened: ReadonlySet<string>;
}

interface EditorPorts {
  readonly client: MaterialsClient;
  readonly planner: Pick<Store<PlannerState>, "get" | "subscribe">;
}

const NOTHING_TOLD = { isFault: false, text: "" };

export class MaterialEditor {
  readonly store: Store<EditorState> = createStore<EditorState>({ orders: new Map(), opened: new Set() });
  readonly #ports: EditorPorts;
  #newLines = 0;

  constructor(ports: EditorPorts) {
    this.#ports = ports;
    ports.planner.subscribe(() => this.#follow());
  }

  toggle(number: string): void {
    const opened = new Set(this.store.get().opened);
    if (!opened.delete(number)) {
      opened.add(number);
      void this.#refresh(number, NOTHING_TOLD);
    }
    this.store.set({ opened });
  }

  type(number: string, key: string, texts: Partial<LineTexts>): void {
    this.#edit(number, (lines) => lines.map((line) => (line.key === key ? typed(line, texts) : line)));
  }

  add(number: string): void {
    this.#newLines += 1;
    this.#edit(number, (lines) => [...lines, newLine(`new-${String(this.#newLines)}`)]);
  }

  /** A new line goes at once; the others are struck out until they are saved, or kept after all. */
  remove(number: string, key: string, isRemoved: boolean): void {
    this.#edit(number, (lines) =>
      lines.flatMap((line) => {
        if (line.key !== key) return [line];
        return line.seen === null ? [] : [{ ...line, isRemoved, problems: [] }];
      }),
    );
  }

  /** A sentence when nobody can tell. */
  async explain({ number, item, quantity }: Order) {
    const asked = await this.#ports.client.explain(number);
    return asked.kind === "answered" ? [{ item, quantity, steps: asked.answer.steps }] : whyNot(asked);
  }

  follow(number: string, follow: boolean): void {
    this.#change(number, { follow });
  }

  discard(number: string): void {
    void this.#load(number, NOTHING_TOLD);
  }

  async save(number: string): Promise<void> {
    const shown = this.#shown(number);
    if (shown === null || shown.isSaving) return;
    const materials = [...changesOf(shown.lines)];
    if (materials.length === 0) return;
    this.#change(number, { isSaving: true, told: NOTHING_TOLD });
    const children = shown.follow ? "follow" : "keep";
    const asked = await this.#ports.client.changeMaterials(number, { materials, children });
    const result = asked.kind === "answered" ? asked.answer.results[0] : undefined;
    if (result?.outcome === "changed") {
      await this.#load(number, { isFault: false, text: savedText(result) });
      return;
    }
    const text = asked.kind === "answered" ? (result?.message ?? "") : whyNot(asked);
    const problems = result?.lines ?? [];
    this.#change(number, {
      isSaving: false,
      lines: withProblems(shown.lines, problems),
      told: {
        isFault: true,
        text: problems.length > 0 ? "Nothing has been saved yet: see the lines above." : text,
      },
    });
  }

  /** What others changed is shown, unless it would take away what is being typed: then saving finds out. */
  #follow(): void {
    const { orders } = this.#ports.planner.get();
    for (const [number, state] of this.store.get().orders) {
      const known = orders.get(number);
      if (state.kind !== "shown" || known === undefined || known.version <= state.order.version) continue;
      if (!isEdited(state) && !state.isSaving) void this.#refresh(number, state.told);
    }
  }

  /** Reads the order, unless somebody is in the middle of editing it. */
  async #refresh(number: string, told: OpenMaterials["told"]): Promise<void> {
    await this.#load(number, told, (now) => now !== null && (isEdited(now) || now.isSaving));
  }

  async #load(
    number: string,
    told: OpenMaterials["told"],
    mustStay: (now: OpenMaterials | null) => boolean = () => false,
  ): Promise<void> {
    if (this.#shown(number) === null) this.#set(number, { kind: "loading" });
    const asked = await this.#ports.client.order(number);
    if (mustStay(this.#shown(number))) return;
    if (asked.kind !== "answered") {
      this.#set(number, { kind: "untold", why: whyNot(asked) });
      return;
    }
    const order = asked.answer;
    const shown = { order, lines: draftOf(order), follow: true, isSaving: false, told };
    this.#set(number, { kind: "shown", ...shown });
  }

  #edit(number: string, change: (lines: readonly DraftLine[]) => readonly DraftLine[]): void {
    const shown = this.#shown(number);
    if (shown !== null) this.#change(number, { lines: change(shown.lines), told: NOTHING_TOLD });
  }

  #change(number: string, change: Partial<Omit<OpenMaterials, "kind">>): void {
    const shown = this.#shown(number);
    if (shown !== null) this.#set(number, { ...shown, ...change });
  }

  #shown(number: string): OpenMaterials | null {
    const state = this.store.get().orders.get(number);
    return state?.kind === "shown" ? state : null;
  }

  #set(number: string, state: MaterialsState): void {
    this.store.set({ orders: new Map([...this.store.get().orders, [number, state] as const]) });
  }
}

export function isEdited({ lines }: Pick<OpenMaterials, "lines">): boolean {
  return lines.some((line) => line.seen === null || isChanged(line));
}

function savedText({ children }: Extract<ActionResult, { outcome: "changed" }>): string {
  const stays = children.join(", ");
  return stays === "" ? "Saved." : `Saved. Sub-assembly MOs that stay as they were: ${stays}.`;
}
