/** One press of Create as the service gets it. */
import { createHash } from "node:crypto";
import type { BatchRequest } from "../../../shared/wire/batch.ts";

export interface Press {
  readonly request: BatchRequest;
  readonly actor: string;
}

/** Tells a retry from another request with the same key. Fingerprints stay out: after a reload the preview may be gone. */
export function hashOf({ lines, rules }: BatchRequest): string {
  return createHash("sha256")
    .update(JSON.stringify([lines, rules]))
    .digest("hex");
}
