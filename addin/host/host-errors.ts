/** Excel's refusals as values; everything else stays a thrown fault. */
import type { HostRefusal } from "./workbook.ts";

const refusals: Readonly<Record<string, HostRefusal>> = {
  InvalidOperationInCellEditMode: "cell-edit-mode",
  HostIsBusy: "cell-edit-mode",
  AccessDenied: "sheet-protected",
  ItemNotFound: "sheet-gone",
};

const sizeLimits = [
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "RequestPayloadSizeLimitExceededWithDetails",
];

export function refusalOf(error: unknown): HostRefusal | null {
  return refusals[codeOf(error)] ?? null;
}

/** More at once than the host carries: the same in smaller pieces will do (R29). */
export function isTooLarge(error: unknown): boolean {
  return sizeLimits.includes(codeOf(error));
}

/** Several areas are selected, so there is no one range (R35). */
export function isSeveralAreas(error: unknown): boolean {
  return ["InvalidSelection", "GeneralException", "InvalidArgument"].includes(codeOf(error));
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
