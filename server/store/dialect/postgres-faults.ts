/** Which of PostgreSQL's faults pass, so that the same work may be begun anew (R62). */
import type { FaultMoment } from "./engine.ts";

/** serialization_failure, deadlock_detected, lock_not_available: the server took back all there was. */
const takenBack = new Set(["40001", "40P01", "55P03"]);

/** The server ended the session, does not let us in at this moment, or cannot be reached. */
const cutOff = new Set([
  ...["57P01", "57P02", "57P03", "25P03", "53300", "08000", "08001", "08003", "08004", "08006"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"],
]);

/** What node-postgres says, without a code, when the line is gone or none is to be had. */
const cutOffWords = /^Connection terminated|is not queryable$|^timeout exceeded when trying to connect$/;

export function isPassingPostgresFault(error: unknown, { atCommit }: FaultMoment): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (takenBack.has(code)) return true;
  // A commit whose answer is lost may have been done: whoever asked finds out with their key.
  return !atCommit && (cutOff.has(code) || cutOffWords.test(error.message));
}
