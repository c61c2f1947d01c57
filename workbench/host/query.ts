/** object.load("values, worksheet/name"): which scalars of an object, its links and its items are wanted. */
import { HostError } from "./host-error.ts";
import type { HostObject, Json } from "./objects/host-object.ts";

type Answered = Record<string, Json>;

/** `refuse` is asked about each member, as "Range.Values", before it is read, and throws for those not to be had. */
export function answerQuery(
  target: HostObject,
  query: Readonly<Record<string, Json>>,
  refuse: (member: string) => void,
): Answered {
  const wanted = names(query.Select);
  for (const name of wanted) refuse(`${target.type}.${pascal(name)}`);
  return answer(target, wanted);
}

function names(select: Json | undefined): readonly string[] {
  if (typeof select === "string") return select.split(",").map((name) => name.trim());
  return Array.isArray(select) ? select.map(String) : [];
}

/** No name, or "*", is every scalar. */
function answer(target: HostObject, wanted: readonly string[]): Answered {
  const own = wanted.map((name) => name.replace(/^items\//i, ""));
  if (target.items !== undefined) return collection(target, target.items(), own);
  return single(target, own);
}

function collection(target: HostObject, items: readonly HostObject[], wanted: readonly string[]): Answered {
  const forItems = wanted.filter((name) => name.toLowerCase() !== "items");
  const ofCollection = forItems.filter((name) => target.scalars?.[pascal(name)] !== undefined);
  const ofItems = forItems.filter((name) => !ofCollection.includes(name));
  return {
    ...(ofCollection.length > 0 ? single(target, ofCollection) : {}),
    _Items: items.map((item, index) => ({ ...item.identity, _Index: index, ...answer(item, ofItems) })),
  };
}

function single(target: HostObject, wanted: readonly string[]): Answered {
  const scalars = target.scalars ?? {};
  if (wanted.length === 0 || wanted.includes("*"))
    return Object.fromEntries(Object.entries(scalars).map(([name, read]) => [name, read()]));
  const answered: Answered = {};
  const nested = new Map<string, string[]>();
  for (const name of wanted) {
    const [first = "", ...rest] = name.split("/");
    const key = pascal(first);
    const read = scalars[key];
    if (rest.length === 0 && read !== undefined) answered[key] = read();
    else nested.set(key, [...(nested.get(key) ?? []), ...(rest.length > 0 ? [rest.join("/")] : [])]);
  }
  for (const [key, inner] of nested) {
    const follow = target.links?.[key];
    if (follow === undefined)
      throw new HostError("NotImplemented", `The stand-in host does not know ${target.type}.${key}.`);
    const linked = follow();
    answered[key] = linked === null ? null : answer(linked, inner);
  }
  return answered;
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
