/** One batch on its way: paths are followed when first needed, once, and remembered until the batch ends. */
import { ACTION, PATH, type Action, type Batch, type Path } from "./batch.ts";
import { HostError } from "./host-error.ts";
import type { KeptObjects } from "./kept-objects.ts";
import { missing, type Answer, type Argument, type HostObject, type Json } from "./objects/host-object.ts";
import { serviceObject } from "./objects/services.ts";
import { answerQuery } from "./query.ts";

/** A path that has been followed: its object (null for a null object) and the reference under which it is kept. */
interface Followed {
  readonly object: HostObject | null;
  reference: string | null;
}

/** What all batches of a host share. */
export interface RunHost {
  readonly root: HostObject;
  readonly kept: KeptObjects;
  /** Throws for a member, such as "Range.GetRow" or "Range.set Values", that is not to be had. */
  readonly refuse: (member: string) => void;
}

export class BatchRun {
  readonly #host: RunHost;
  readonly #paths: ReadonlyMap<number, Path>;
  readonly #followed = new Map<number, Followed>();

  constructor(batch: Batch, host: RunHost) {
    this.#host = host;
    this.#paths = new Map(Object.values(batch.ObjectPaths).map((path) => [path.Id, path]));
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
          : withReference(answerQuery(path.object, action.QueryInfo ?? {}, this.#host.refuse), path);
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
      if (path.object !== null) path.reference ??= this.#host.kept.keep(path.object);
      return null;
    }
    if (action.Name === "_RemoveReference") {
      const [reference] = action.ArgumentInfo?.Arguments ?? [];
      if (typeof reference === "string") this.#host.kept.forget(reference);
      return null;
    }
    if (path.object === null) return null;
    const answer = this.#call(path.object, action.Name ?? "", action.ArgumentInfo);
    return "value" in answer ? answer.value : {};
  }

  /** Setting something on a null object is skipped; we believe Excel does so too. */
  #setProperty(action: Action, path: Followed): Json {
    if (path.object === null) return null;
    this.#host.refuse(`${path.object.type}.set ${action.Name ?? ""}`);
    const setter = path.object.setters?.[action.Name ?? ""];
    if (setter === undefined) throw missing(path.object, `set ${action.Name ?? ""}`);
    setter(action.ArgumentInfo?.Arguments?.[0] ?? null);
    return null;
  }

  /** Once in a batch: method paths such as tables.add have effects. */
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
    if (type === PATH.root) return { object: this.#host.root, reference: null };
    if (type === PATH.nullObject) return { object: null, reference: null };
    if (type === PATH.reference) return { object: this.#host.kept.get(name), reference: name };
    if (type === PATH.newObject) return { object: serviceObject(name), reference: null };
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
    this.#host.refuse(`${target.type}.${name}`);
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
