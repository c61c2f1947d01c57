/** A refusal as Excel words it towards office.js: a code that OfficeExtension.Error carries to the add-in. */

export type HostErrorCode =
  | "AccessDenied"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidObjectPath"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemNotFound"
  | "ItemAlreadyExists"
  | "NotImplemented"
  | "RequestPayloadSizeLimitExceeded";

export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
  }
}
