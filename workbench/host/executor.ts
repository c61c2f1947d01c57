/**
 * Runs one batch of office.js: the actions of one context.sync(), in order, over the host's objects. The first
 * failing action ends the batch; what came before it stays done, as in Excel.
 */
import { z } from "zod";
import { HostError } from "./host-error.ts";
import type { Answer, Argument, HostObject, Json } from "./objects/host-object.ts";
import { answerQuery } from "./query.ts";

const argumentInfo = z.object({
  Arguments: z.array(z.json()).optional(),
  ReferencedObjectPathIds: z.array(z.number()).optional(),
});

const pathSchema = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string().optional(),
  ParentObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.optional(),
});
type Path = z.infer<typeof pathSchema>;

const actionSchema = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string().optional(),
  ObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.optional(),
  QueryInfo: z.record(z.string(), z.json()).optional(),
});
type Action = z.infer<typeof actionSchema>;

export const batchSchema = z.object({
  Actions: z.array(actionSchema),
  ObjectPaths: z.record(z.string(), pathSchema),
});
export type Batch = z.infer<typeof batchSchema>;

const PATH = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly HttpStatusCode: number;
    readonly ActionIndex: number;
  };
}

export class Executor {
  readonly #root: HostObject;
  /** Objects that an Excel.run keeps from one sync to the next, by the id we gave them. */
  readonly #kept = new Map<string, HostObject>();
  #nextReference = 1;

  readonly #unknownMembers: ReadonlySet<string>;

  constructor(root: HostObject, unknownMembers: ReadonlySet<string> = new Set()) {
    this.#root = root;
    this.#unknownMembers = unknownMembers;
  }

  /** Throws for a member that this host is made not to know. */
  readonly refuse = (member: string): void => {
    if (this.#unknownMembers.has(member))
      throw new HostError("NotImplemented", `This host does not know ${member}.`);
  };

  run(batch: Batch): BatchAnswer {
    const run = new BatchRun(batch, this);
    const results: { ActionId: number; Value: Json }[] = [];
    const traces: number[] = [];
    for (const [index, action] of batch.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: run.perform(action) });
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const { code: Code, message: Message } = error;
        const Location = `${run.nameOf(action)}.${action.Name ?? ""}`;
        return {
          Results: results,
          TraceIds: traces,
          Error: { Code, Message, Location, HttpStatusCode: 400, ActionIndex: index },
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  get root(): HostObject {
    return this.#root;
  }

  keep(found: HostObject): string {
    const reference = `ref${String(this.#nextReference)}`;
    this.#nextReference += 1;
    this.#kept.set(reference, found);
    return reference;
  }

  kept(reference: string): HostObject {
    const found = this.#kept.get(reference);
    if (found === undefined) throw new HostError("InvalidReference", "The object is no longer there.");
    return found;
  }

  forget(reference: string): void {
    this.#kept.delete(reference);
  }
}

/** A path that has been followed: its object (null for a null object) and the reference under which it is kept. */
interface Followed {
  readonly object: HostObject | null;
  reference: string | null;
}

class BatchRun {
  readonly #paths: ReadonlyMap<number, Path>;
  readonly #followed = new Map<number, Followed>();
  readonly #executor: Executor;

  constructor(batch: Batch, executor: Executor) {
    this.#paths = new Map(Object.values(batch.ObjectPaths).map((path) => [path.Id, path]));
    this.#executor = executor;
  }

  perform(action: Action): Json {
    if (action.ActionType === ACTION.trace) return null;
    const path = this.#follow(action.ObjectPathId ?? 0);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return identityOf(path);
      case ACTION.query:
        return path.object === null
          ? null
          : withReference(answerQuery(path.object, action.QueryInfo ?? {}, this.#executor.refuse), path);
      case ACTION.method:
        return this.#callAction(action, path);
      case ACTION.setProperty:
        return this.#setProperty(action, path);
      default:
        throw new HostError("NotImplemented", `Action type ${String(action.ActionType)}`);
    }
  }

  nameOf(action: Action): string {
    return this.#followed.get(action.ObjectPathId ?? 0)?.object?.type ?? "Object";
  }

  #callAction(action: Action, path: Followed): Json {
    if (action.Name === "_KeepReference") {
      if (path.object !== null) path.reference ??= this.#executor.keep(path.object);
      return null;
    }
    if (action.Name === "_RemoveReference") {
      const name = this.#paths.get(action.ObjectPathId ?? 0)?.Name;
      if (name !== undefined) this.#executor.forget(name);
      return null;
    }
    if (path.object === null) return null;
    const answer = this.#call(path.object, action.Name ?? "", action.ArgumentInfo);
    return "value" in answer ? answer.value : {};
  }

  /** Setting something on a null object is skipped; we believe Excel does so too. */
  #setProperty(action: Action, path: Followed): Json {
    if (path.object === null) return null;
    const setter = path.object.setters?.[action.Name ?? ""];
    if (setter === undefined) throw missing(path.object, `set ${action.Name ?? ""}`);
    setter(action.ArgumentInfo?.Arguments?.[0] ?? null);
    return null;
  }

  /** Followed once in a batch, when first needed: method paths such as tables.add have effects. */
  #follow(id: number): Followed {
    const known = this.#followed.get(id);
    if (known !== undefined) return known;
    const path = this.#paths.get(id);
    if (path === undefined) throw new HostError("InvalidObjectPath", `There is no path ${String(id)}.`);
    const followed = this.#resolve(path);
    this.#followed.set(id, followed);
    return followed;
  }

  #resolve(path: Path): Followed {
    const { Name: name = "", ObjectPathType: type } = path;
    if (type === PATH.root) return { object: this.#executor.root, reference: null };
    if (type === PATH.nullObject) return { object: null, reference: null };
    if (type === PATH.reference) return { object: this.#executor.kept(name), reference: name };
    if (type === PATH.newObject) return { object: newObject(name), reference: null };
    const parent = this.#follow(path.ParentObjectPathId ?? 0).object;
    if (parent === null) return { object: null, reference: null };
    if (type === PATH.property) return { object: link(parent, name), reference: null };
    if (type === PATH.indexer)
      return { object: item(parent, path.ArgumentInfo?.Arguments?.[0] ?? null), reference: null };
    const answer = this.#call(parent, name, path.ArgumentInfo);
    if ("value" in answer) throw missing(parent, `${name} as an object`);
    return { object: answer.object, reference: null };
  }

  #call(target: HostObject, name: string, given: Path["ArgumentInfo"]): Answer {
    this.#executor.refuse(`${target.type}.${name}`);
    const method = target.methods?.[name];
    if (method === undefined) throw missing(target, `${name}()`);
    return method(...this.#arguments(given));
  }

  #arguments(given: Path["ArgumentInfo"]): readonly Argument[] {
    const references = given?.ReferencedObjectPathIds ?? [];
    return (given?.Arguments ?? []).map((argument, index) => {
      const id = references[index] ?? 0;
      return id === 0 ? argument : (this.#follow(id).object ?? undefined);
    });
  }
}

function identityOf({ object, reference }: Followed): Json {
  if (object === null) return null;
  return { ...object.identity, ...(reference === null ? {} : { _ReferenceId: reference }) };
}

function withReference(answer: { readonly [name: string]: Json }, { reference }: Followed): Json {
  return reference === null ? answer : { ...answer, _ReferenceId: reference };
}

function link(parent: HostObject, name: string): HostObject | null {
  const follow = parent.links?.[name];
  if (follow === undefined) throw missing(parent, name);
  return follow();
}

function item(parent: HostObject, key: Json): HostObject {
  if (parent.item === undefined) throw missing(parent, "getItem()");
  return parent.item(key);
}

/** Nothing is passed over in silence: what the stand-in cannot do is named, and the add-in's run fails there. */
function missing(target: HostObject, member: string): HostError {
  return new HostError("NotImplemented", `The stand-in host does not know ${target.type}.${member}.`);
}

/** Objects office.js makes for its own housekeeping at start. */
function newObject(name: string): HostObject {
  const nothing = (): Answer => ({ value: null });
  if (name.startsWith("Microsoft.")) {
    const names = [
      "NotifyActionHandlerReady",
      "_NotifyActionHandlerReady",
      "SetOsfControlContainerReadyForCustomFunctions",
      "_SetOsfControlContainerReadyForCustomFunctions",
      // The workbench always shows the pane, so showing it asks for nothing more.
      "SetAppRuntimeState",
    ];
    return { type: name, scalars: {}, methods: Object.fromEntries(names.map((method) => [method, nothing])) };
  }
  throw new HostError("NotImplemented", `The stand-in host does not know the object ${name}.`);
}
