/** What can go wrong between an add-in and Excel, on demand: for tests, and for trying the workbench. */
import type { HostErrorCode } from "./host-error.ts";

/** What Excel on the web takes, and gives, at once (R29). */
export const WEB_LIMIT = 5 * 1024 * 1024;

export class Faults {
  /** Somebody is typing in a cell: every batch is refused until it ends (R30). */
  cellEditMode = false;
  /** The same for so many batches, counted down. */
  cellEditBatches = 0;
  /** Requests longer than this many characters are refused. */
  largestRequest = WEB_LIMIT;
  /** Answers longer than this many characters are not given; what the batch did stays done. */
  largestAnswer = WEB_LIMIT;
  /** Batches that are never answered and never run, counted down. */
  unanswered = 0;
  /** What is answered for members such as "Range.RowHidden", "Worksheet.Activate" or "Range.set Values". */
  readonly refusedMembers = new Map<string, HostErrorCode>();

  clear(): void {
    this.refusedMembers.clear();
    this.cellEditMode = false;
    this.cellEditBatches = 0;
    this.largestRequest = WEB_LIMIT;
    this.largestAnswer = WEB_LIMIT;
    this.unanswered = 0;
  }

  /** "NotImplemented" is an Excel older or smaller than the newest. */
  refuse(code: HostErrorCode, ...members: readonly string[]): void {
    for (const member of members) this.refusedMembers.set(member, code);
  }

  /** What a batch of the add-in's own meets: a number office.js knows, silence, or null for nothing. */
  meet(characters: number): number | "silence" | null {
    if (this.unanswered > 0) {
      this.unanswered -= 1;
      return "silence";
    }
    if (this.cellEditMode) return FAULT.cellEditMode;
    if (this.cellEditBatches > 0) {
      this.cellEditBatches -= 1;
      return FAULT.cellEditMode;
    }
    return characters > this.largestRequest ? FAULT.requestTooLarge : null;
  }
}

/** The numbers by which office.js knows these. */
export const FAULT = {
  notSupported: 5001,
  cellEditMode: 5004,
  requestTooLarge: 5103,
  answerTooLarge: 5104,
} as const;
