/** Excel.SettingCollection: the same settings that Office.context.document.settings keeps, as JSON text. */
import { z } from "zod";
import { HostError } from "../host-error.ts";
import type { Workbook } from "../model/workbook.ts";
import { isHostObject, shownKey, textOf } from "./arguments.ts";
import { NOTHING, object, value, type Argument, type HostObject, type Json } from "./host-object.ts";

export function settingsObject({ settings }: Workbook): HostObject {
  const setting = (key: string): HostObject => settingObject(settings, key);
  return {
    type: "SettingCollection",
    scalars: {},
    items: () => [...settings.keys()].map(setting),
    item: (key) => {
      if (!settings.has(shownKey(key)))
        throw new HostError("ItemNotFound", `There is no setting "${shownKey(key)}".`);
      return setting(shownKey(key));
    },
    methods: {
      Add: (key, given) => {
        settings.set(textOf(key), asJson(given));
        return object(setting(textOf(key)));
      },
      GetCount: () => value(settings.size),
      GetItemOrNullObject: (key) => object(settings.has(textOf(key)) ? setting(textOf(key)) : null),
    },
  };
}

function settingObject(settings: Map<string, string>, key: string): HostObject {
  const read = (): Json => z.json().parse(JSON.parse(settings.get(key) ?? "null"));
  return {
    type: "Setting",
    identity: { _Id: key },
    scalars: { Key: () => key, Value: read, _Id: () => key },
    setters: { Value: (given) => void settings.set(key, asJson(given)) },
    methods: {
      Delete: () => {
        settings.delete(key);
        return NOTHING;
      },
    },
  };
}

function asJson(given: Argument): string {
  if (isHostObject(given)) throw new HostError("InvalidArgument", "A setting holds a plain value.");
  return JSON.stringify(given ?? null);
}
