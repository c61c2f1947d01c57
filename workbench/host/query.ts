/** object.load("values, worksheet/name"): which scalars of an object, its links and its items are wanted. */
import { missing, type HostObject, type Json } from "./objects/host-object.ts";

type Answered = Record<string, Json>;
type Query = Readonly<Record<string, Json>>;

/** `refuse` is asked about each member, as "Range.Values", before it is read, and throws for those not to be had. */
export function answerQuery(target: HostObject, query: Query, refuse: (member: string) => void): Answered {
  const selected = names(query.Select);
  const expanded = names(query.Expand).map((name) => `${name}/*`);
  // Without a selection all scalars are meant, also when something is expanded beside them.
  const wanted = [...(selected.length === 0 && expanded.length > 0 ? ["*"] : selected), ...expanded];
  for (const name of wanted) refuse(`${target.type}.${pascal(name)}`);
  if (target.items === undefined) return answer(target, wanted);
  const from = typeof query.Skip === "number" ? query.Skip : 0;
  const count = typeof query.Top === "number" ? query.Top : Infinity;
  return answer({ ...target, items: () => target.items?.().slice(from, from + count) ?? [] }, wanted);
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
  const answered: Answered = {};
  const nested = new Map<string, readonly string[]>();
  for (const name of wanted.length === 0 ? ["*"] : wanted) {
    const [first = "", ...rest] = name.split("/");
    const key = pascal(first);
    const read = scalars[key];
    if (first === "*") Object.assign(answered, all(scalars));
    else if (rest.length === 0 && read !== undefined) answered[key] = read();
    else nested.set(key, [...(nested.get(key) ?? []), ...(rest.length > 0 ? [rest.join("/")] : [])]);
  }
  for (const [key, inner] of nested) answered[key] = linked(target, key, inner);
  return answered;
}

function all(scalars: NonNullable<HostObject["scalars"]>): Answered {
  return Object.fromEntries(Object.entries(scalars).map(([name, read]) => [name, read()]));
}

function linked(target: HostObject, key: string, wanted: readonly string[]): Json {
  const follow = target.links?.[key];
  if (follow === undefined) throw missing(target, key);
  const found = follow();
  return found === null ? null : answer(found, wanted);
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
