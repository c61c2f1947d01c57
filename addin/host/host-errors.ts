/** Excel's refusals as values; everything else stays a thrown fault. */
import type { HostRefusal } from "./workbook.ts";

/** By the codes of https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling. */
const refusals: Readonly<Record<string, HostRefusal>> = {
  InvalidOperationInCellEditMode: "cell-edit-mode",
  HostIsBusy: "cell-edit-mode",
  InactiveWorkbook: "excel-busy",
  RequestAborted: "excel-busy",
  ServiceNotAvailable: "excel-busy",
  ActivityLimitReached: "excel-busy",
  AccessDenied: "sheet-protected",
  ItemNotFound: "sheet-gone",
  InsertDeleteConflict: "no-room",
  NonBlankCellOffSheet: "no-room",
  MergedRangeConflict: "no-room",
  PivotTableRangeConflict: "no-room",
  OperationCellsExceedLimit: "no-room",
};

const sizeLimits = [
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "RequestPayloadSizeLimitExceededWithDetails",
  "RangeExceedsLimit",
];

export function refusalOf(error: unknown): HostRefusal | null {
  return refusals[codeOf(error)] ?? null;
}

/** Of a write: whatever Excel has against it, the orders are made, and where they belong must be told (promise 2). */
export function writeRefusalOf(error: unknown): HostRefusal | null {
  return refusalOf(error) ?? (codeOf(error) === "" ? null : "not-writable");
}

/** More at once than the host carries: the same in smaller pieces will do (R29). */
export function isTooLarge(error: unknown): boolean {
  return sizeLimits.includes(codeOf(error));
}

/** Several areas are selected, so there is no one range (R35); or a chart or a shape is, and no cell at all. */
export function isNoOneRange(error: unknown): boolean {
  return ["InvalidSelection", "GeneralException", "InvalidArgument"].includes(codeOf(error));
}

/** A chart or a shape is selected, or another workbook has come to the front: Excel says the same to both. */
export function isNoSelection(error: unknown): boolean {
  return codeOf(error) === "InvalidSelection";
}

/** The host knows less of Excel than office.js does: what is optional is asked for no more. */
export function isUnknownMember(error: unknown): boolean {
  return ["ApiNotFound", "ApiNotAvailable", "NotImplemented", "InvalidArgument"].includes(codeOf(error));
}

/** office.js makes its errors in a realm of its own at times, so they are known by their code alone. */
function codeOf(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : "";
}
