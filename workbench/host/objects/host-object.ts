/**
 * How an Excel object shows itself to office.js: named scalars, links to other objects, methods, and, for a
 * collection, its items. A class is nothing but these tables, so that a new member is one line.
 */
import { HostError } from "../host-error.ts";
import type { Area } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** An argument of a method: plain JSON, or another object that was passed by its path. */
export type Argument = Json | HostObject | undefined;

export interface HostObject {
  /** The class, as office.js calls it. */
  readonly type: string;
  /** What an Instantiate answers, such as { Id }: office.js finds the object by it later. */
  readonly identity?: Readonly<Record<string, Json>>;
  readonly scalars?: Readonly<Record<string, () => Json>>;
  readonly setters?: Readonly<Record<string, (value: Json) => void>>;
  /** Null is a null object. */
  readonly links?: Readonly<Record<string, () => HostObject | null>>;
  /** Answers an object, a null object, or a value. */
  readonly methods?: Readonly<Record<string, (...given: readonly Argument[]) => Answer>>;
  readonly items?: () => readonly HostObject[];
  /** collection.getItem(key). */
  readonly item?: (key: Json) => HostObject;
  /** Set for ranges, so that methods can take them as arguments. */
  readonly range?: { readonly sheet: Sheet; readonly area: Area };
}

export type Answer = { readonly object: HostObject | null } | { readonly value: Json };

export function object(found: HostObject | null): Answer {
  return { object: found };
}

export function value(found: Json): Answer {
  return { value: found };
}

export const NOTHING: Answer = { value: null };

export type Scalars = NonNullable<HostObject["scalars"]>;
export type Setters = NonNullable<HostObject["setters"]>;
export type Methods = NonNullable<HostObject["methods"]>;

/** Nothing is passed over in silence: what the stand-in cannot do is named, and the add-in's run fails there. */
export function missing(target: Pick<HostObject, "type">, member: string): HostError {
  return new HostError("NotImplemented", `The stand-in host does not know ${target.type}.${member}.`);
}
