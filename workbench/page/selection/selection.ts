/** What is picked in the active sheet, kept in step with the workbook: either side may change it. */
import type { Workbook } from "../../host/model/workbook.ts";
import { areasOf, pickOf, sameAreas, type Pick, type Place } from "./pick.ts";

/** `isFromElsewhere`: the add-in, a test or a sheet tab moved it, not the person at the cells. */
type SelectionListener = (isFromElsewhere: boolean) => void;

export class Selection {
  #pick: Pick;
  readonly #workbook: Workbook;
  readonly #listeners = new Set<SelectionListener>();

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.#pick = pickOf(workbook.selection);
    workbook.listen((event) => {
      if (event.kind === "changed") return;
      const isFromElsewhere = !sameAreas(areasOf(this.#pick), workbook.selection);
      if (isFromElsewhere) this.#pick = pickOf(workbook.selection);
      this.#tell(isFromElsewhere);
    });
  }

  get pick(): Pick {
    return this.#pick;
  }

  /** Where typing and pasting go. */
  get active(): Place {
    return this.#pick.anchor;
  }

  set(pick: Pick): void {
    const isSame = sameAreas(areasOf(pick), this.#workbook.selection);
    this.#pick = pick;
    if (isSame) this.#tell(false);
    else this.#workbook.select(this.#workbook.active, areasOf(pick));
  }

  whenChanged(listener: SelectionListener): void {
    this.#listeners.add(listener);
  }

  #tell(isFromElsewhere: boolean): void {
    for (const listener of this.#listeners) listener(isFromElsewhere);
  }
}
