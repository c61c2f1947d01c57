/** Objects of Office itself, not of the workbook: office.js makes them at start, and for the pane and the ribbon. */
import { HostError } from "../host-error.ts";
import { NOTHING, value, type Answer, type HostObject } from "./host-object.ts";

const nothing = (): Answer => NOTHING;

/** The workbench always shows the pane and its ribbon never changes, so being asked to is answered with a nod. */
const SERVICES: Readonly<Record<string, NonNullable<HostObject["methods"]>>> = {
  "Microsoft.AppRuntime.AppRuntimeService": {
    GetAppRuntimeState: () => value("Visible"),
    SetAppRuntimeState: nothing,
  },
  "Microsoft.AppRuntime.AppRuntimePersistenceService": {
    GetAppRuntimeStartState: () => value("Inactive"),
    SetAppRuntimeStartState: nothing,
  },
  "Microsoft.DynamicRibbon.DynamicRibbon": {
    ExecuteRequestCreate: nothing,
    ExecuteRequestUpdate: nothing,
  },
  "Microsoft.ExcelServices.CustomFunctions": {
    SetOsfControlContainerReadyForCustomFunctions: nothing,
    _SetOsfControlContainerReadyForCustomFunctions: nothing,
  },
  "Microsoft.InternalService.AddinInternalService": {
    NotifyActionHandlerReady: nothing,
  },
};

export function serviceObject(name: string): HostObject {
  const methods = SERVICES[name];
  if (methods === undefined)
    throw new HostError("NotImplemented", `The stand-in host does not know the object ${name}.`);
  return { type: name, scalars: {}, methods };
}
