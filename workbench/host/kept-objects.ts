/** Objects that an Excel.run keeps from one sync to the next, by the id they were given. */
import { HostError } from "./host-error.ts";
import type { HostObject } from "./objects/host-object.ts";

export class KeptObjects {
  readonly #kept = new Map<string, HostObject>();
  #next = 1;

  /** How many are kept now; office.js lets all of them go after an Excel.run. */
  get size(): number {
    return this.#kept.size;
  }

  keep(found: HostObject): string {
    const reference = `ref${String(this.#next)}`;
    this.#next += 1;
    this.#kept.set(reference, found);
    return reference;
  }

  get(reference: string): HostObject {
    const found = this.#kept.get(reference);
    if (found === undefined) throw new HostError("InvalidReference", "The object is no longer there.");
    return found;
  }

  forget(reference: string): void {
    this.#kept.delete(reference);
  }
}
