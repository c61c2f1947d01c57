/** What can go wrong between an add-in and Excel, on demand: for tests, and for trying the workbench. */

export class Faults {
  /** Somebody is typing in a cell: every batch is refused until it ends (R30). */
  cellEditMode = false;
  /** The same for so many batches, counted down. */
  cellEditBatches = 0;
  /** Requests longer than this many characters are refused, as Excel on the web does at 5 MB (R29). */
  largestRequest = Infinity;
  /** Answers longer than this many characters are not given; what the batch did stays done. */
  largestAnswer = Infinity;
  /** Batches that are never answered and never run, counted down. */
  unanswered = 0;
  /** Members this host does not know, such as "Range.RowHidden": an Excel older or smaller than the newest. */
  readonly unknownMembers = new Set<string>();

  clear(): void {
    this.unknownMembers.clear();
    this.cellEditMode = false;
    this.cellEditBatches = 0;
    this.largestRequest = Infinity;
    this.largestAnswer = Infinity;
    this.unanswered = 0;
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
