/** What one host and all its add-in frames share. */
import type { Executor } from "./executor.ts";
import type { Faults } from "./faults.ts";
import type { RoundTrips } from "./round-trips.ts";

export interface HostCore {
  readonly executor: Executor;
  readonly faults: Faults;
  readonly roundTrips: RoundTrips;
  readonly documentUrl: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly requirementSets: Readonly<Record<string, string>>;
  /** All of the document's settings, as key and JSON text. */
  saveSettings(properties: readonly (readonly [string, string])[]): void;
  commandCompleted(commandId: string, status: number): void;
  /** Events that a batch caused go out after its answer. */
  afterAnswer(): void;
}
