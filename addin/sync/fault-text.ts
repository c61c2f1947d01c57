/** A fault that nobody expected, in as few words as its finder needs. */
export function faultText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
