/** A refusal as Excel words it towards office.js: a code that OfficeExtension.Error carries to the add-in. */

export type HostErrorCode =
  | "AccessDenied"
  | "GeneralException"
  | "InactiveWorkbook"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidObjectPath"
  | "InvalidOperation"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemNotFound"
  | "ItemAlreadyExists"
  | "NonBlankCellOffSheet"
  | "NotImplemented"
  | "ServiceNotAvailable";

export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
  }
}
