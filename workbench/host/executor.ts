/**
 * Runs batches of office.js over the host's objects, each action in its order. The first failing action ends the
 * batch; what came before it stays done, as in Excel.
 */
import { BatchRun } from "./batch-run.ts";
import { ACTION, type Action, type Batch } from "./batch.ts";
import { HostError, type HostErrorCode } from "./host-error.ts";
import { KeptObjects } from "./kept-objects.ts";
import type { HostObject, Json } from "./objects/host-object.ts";

interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  /** By this office.js finds the add-in's statement for debugInfo. */
  readonly ActionIndex: number;
}

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds: readonly number[];
  readonly Error?: BatchError;
}

export class Executor {
  readonly kept = new KeptObjects();
  readonly #root: HostObject;
  readonly #refused: ReadonlyMap<string, HostErrorCode>;

  constructor(root: HostObject, refused: ReadonlyMap<string, HostErrorCode> = new Map()) {
    this.#root = root;
    this.#refused = refused;
  }

  /** Throws for a member that this host is made to refuse. */
  readonly #refuse = (member: string): void => {
    const code = this.#refused.get(member);
    if (code !== undefined) throw new HostError(code, `This host refuses ${member}.`);
  };

  run(batch: Batch): BatchAnswer {
    const run = new BatchRun(batch, { root: this.#root, kept: this.kept, refuse: this.#refuse });
    const Results: { ActionId: number; Value: Json }[] = [];
    const TraceIds: number[] = [];
    for (const [index, action] of batch.Actions.entries()) {
      try {
        Results.push({ ActionId: action.Id, Value: run.perform(action) });
        // Without its id here, office.js never attaches the event handler that the trace stands for.
        if (action.ActionType === ACTION.trace) TraceIds.push(action.Id);
      } catch (error) {
        return { Results, TraceIds, Error: { ...refusal(error, action, run), ActionIndex: index } };
      }
    }
    return { Results, TraceIds };
  }
}

/** A fault of the stand-in's own is told as well: unanswered, it would leave the add-in waiting for ever. */
function refusal(error: unknown, action: Action, run: BatchRun): Omit<BatchError, "ActionIndex"> {
  const Location = `${run.nameOf(action)}.${action.Name ?? ""}`;
  if (error instanceof HostError)
    return { Code: error.code, Message: error.message, Location, HttpStatusCode: 400 };
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const Message = `The stand-in host failed: ${what}`;
  return { Code: "GeneralException", Message, Location, HttpStatusCode: 500 };
}
