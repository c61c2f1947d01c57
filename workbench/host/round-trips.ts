/** Counts what an add-in pays for: one round trip for each context.sync() of its own. */
import { ACTION, PATH, type Batch } from "./batch.ts";

export interface RoundTrip {
  readonly kind: "read" | "write";
  readonly characters: number;
}

export class RoundTrips {
  #log: RoundTrip[] = [];

  get log(): readonly RoundTrip[] {
    return this.#log;
  }

  get reads(): number {
    return this.#log.filter((trip) => trip.kind === "read").length;
  }

  get writes(): number {
    return this.#log.filter((trip) => trip.kind === "write").length;
  }

  reset(): void {
    this.#log = [];
  }

  /** Office.js's own housekeeping, which arrives at times of its own, is not counted. */
  record(batch: Batch, characters: number): void {
    if (isOnlyHousekeeping(batch)) return;
    this.#log.push({
      kind: batch.Actions.some((action) => changes(batch, action)) ? "write" : "read",
      characters,
    });
  }
}

type Action = Batch["Actions"][number];

const REFERENCE_CARE = ["_KeepReference", "_RemoveReference"];

/** Where following the path does nothing: the workbook itself, Office's services, a range kept from before. */
const IDLE_PATHS: readonly number[] = [PATH.root, PATH.newObject, PATH.reference, PATH.nullObject];

/** Letting go of ranges, and calls to Office's services: nothing of it touches the workbook. */
export function isOnlyHousekeeping(batch: Batch): boolean {
  return batch.Actions.every((action) => {
    const type = pathOf(batch, action)?.ObjectPathType;
    if (type === PATH.newObject || REFERENCE_CARE.includes(action.Name ?? "")) return true;
    return action.ActionType === ACTION.instantiate && type !== undefined && IDLE_PATHS.includes(type);
  });
}

/** The flags of a request do not tell: office.js marks some reads as writes (getMergedAreasOrNullObject). */
const ONLY_LOOKS = /^(_|Get|Select$|Activate$|Suspend|Calculate)/;

/** tables.add and the like are paths to a new object, not actions. */
function changes(batch: Batch, action: Action): boolean {
  if (action.ActionType === ACTION.setProperty) return true;
  const path = pathOf(batch, action);
  if (path?.ObjectPathType === PATH.newObject) return false;
  const called = action.ActionType === ACTION.method ? action.Name : undefined;
  const madeBy = path?.ObjectPathType === PATH.method ? path.Name : undefined;
  return [called, madeBy].some((name) => name !== undefined && !ONLY_LOOKS.test(name));
}

function pathOf(batch: Batch, action: Action): Batch["ObjectPaths"][string] | undefined {
  return batch.ObjectPaths[String(action.ObjectPathId ?? 0)];
}
