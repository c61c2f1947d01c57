/** What can go wrong between an add-in and Excel, on demand: for tests, and for trying the workbench. */

export class Faults {
  /** Somebody is typing in a cell: every batch is refused until it ends (R30). */
  cellEditMode = false;
  /** Requests longer than this many characters are refused, as Excel on the web does at 5 MB (R29). */
  largestRequest = Infinity;
  /** Batches that are never answered, counted down. */
  unanswered = 0;

  /** Members this host does not know, such as "Range.RowHidden": an Excel older or smaller than the newest. */
  readonly unknownMembers = new Set<string>();

  clear(): void {
    this.unknownMembers.clear();
    this.cellEditMode = false;
    this.largestRequest = Infinity;
    this.unanswered = 0;
  }
}

/** The numbers by which office.js knows these. */
export const FAULT = { cellEditMode: 5004, requestTooLarge: 5103, notSupported: 5001 } as const;
