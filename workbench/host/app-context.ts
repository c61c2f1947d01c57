/** What office.js learns about its host at start: an Excel on the web with the sets of ExcelApi 1.15. */
import type { Json } from "./objects/host-object.ts";

/** The newest sets that the npm runtime knows; newer members do not exist in it. */
export const requirementSets: Readonly<Record<string, string>> = {
  excelapi: "1.15",
  sharedruntime: "1.1",
  ribbonapi: "1.2",
  addincommands: "1.1",
  dialogapi: "1.1",
};

export interface AppContextOf {
  readonly documentUrl: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly requirementSets: Readonly<Record<string, string>>;
}

export function appContext({ documentUrl, settings, requirementSets: sets }: AppContextOf): Json {
  return {
    _id: "mo-planner",
    _appName: 16,
    _appVersion: 16,
    _appUILocale: "en-US",
    _dataLocale: "en-US",
    _docUrl: documentUrl,
    _clientMode: 1,
    _settings: [...settings].map(([key, json]) => [key, json]),
    _reason: 1,
    _osfControlType: 1,
    _eToken: "",
    _requirementMatrix: JSON.stringify(sets),
    _hostFullVersion: "16.0.20000.10000",
    _appInstanceId: "mo-planner-instance",
    _initialDisplayMode: 2,
    _featureGates: {},
  };
}
