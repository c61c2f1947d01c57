/** Excel.NamedItemCollection: names for places. Named formulas and constants are not known. */
import { HostError } from "../host-error.ts";
import type { NamedArea, Workbook } from "../model/workbook.ts";
import { isHostObject, shownKey, textOf } from "./arguments.ts";
import type { HostContext } from "./host-context.ts";
import { missing, NOTHING, object, value, type Argument, type HostObject } from "./host-object.ts";
import { rangeObject } from "./range.ts";

export function namesObject(context: HostContext): HostObject {
  const { names } = context.workbook;
  const find = (key: Argument): NamedArea | undefined => names.get(shownKey(key).toLowerCase());
  return {
    type: "NamedItemCollection",
    scalars: {},
    items: () => [...names.values()].map((named) => nameObject(context, named)),
    item: (key) => {
      const found = find(key);
      if (found === undefined) throw new HostError("ItemNotFound", `There is no name "${shownKey(key)}".`);
      return nameObject(context, found);
    },
    methods: {
      Add: (name, reference) =>
        object(nameObject(context, addName(context.workbook, textOf(name), reference))),
      GetCount: () => value(names.size),
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return object(found === undefined ? null : nameObject(context, found));
      },
    },
  };
}

function addName({ names }: Workbook, name: string, reference: Argument): NamedArea {
  if (names.has(name.toLowerCase()))
    throw new HostError("ItemAlreadyExists", `There is a name "${name}" already.`);
  if (!isHostObject(reference) || reference.range === undefined)
    throw missing({ type: "NamedItemCollection" }, "add with a formula");
  const named = { name, ...reference.range };
  names.set(name.toLowerCase(), named);
  return named;
}

function nameObject(context: HostContext, { name, sheet, area }: NamedArea): HostObject {
  const range = (): HostObject => rangeObject(context, sheet, area);
  return {
    type: "NamedItem",
    identity: { _Id: name },
    scalars: {
      Name: () => name,
      Type: () => "Range",
      Scope: () => "Workbook",
      Value: () => sheet.address(area),
      Formula: () => `=${sheet.address(area)}`,
      Visible: () => true,
      _Id: () => name,
    },
    links: { Worksheet: () => context.worksheet(sheet) },
    methods: {
      GetRange: () => object(range()),
      GetRangeOrNullObject: () => object(context.workbook.sheets.includes(sheet) ? range() : null),
      Delete: () => {
        context.workbook.names.delete(name.toLowerCase());
        return NOTHING;
      },
    },
  };
}
