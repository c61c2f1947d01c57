/** The form's own press while it is not answered: kept apart from the sheets' presses, which have a place to paint. */
import { batchRequestSchema, type BatchRequest } from "../../shared/wire/batch.ts";

export interface FormOutbox {
  put(request: BatchRequest): void;
  remove(): void;
  unfinished(): BatchRequest | null;
}

const NAME = "mo-planner.form-press";

/** Where there is no storage (private windows), it lasts as long as the pane. */
export function createFormOutbox(storage: Storage | null): FormOutbox {
  let memory = read(storage);
  return {
    put: (request) => {
      memory = request;
      try {
        storage?.setItem(NAME, JSON.stringify(request));
      } catch {
        // The copy in memory serves every retry of this pane.
      }
    },
    remove: () => {
      memory = null;
      storage?.removeItem(NAME);
    },
    unfinished: () => memory,
  };
}

function read(storage: Storage | null): BatchRequest | null {
  try {
    const stored = batchRequestSchema.safeParse(JSON.parse(storage?.getItem(NAME) ?? "null"));
    return stored.success ? stored.data : null;
  } catch {
    return null;
  }
}
