/** A unit of measure: EA has 0 decimals, M 2. Amounts in a unit are rounded up to its decimals. */
export interface Unit {
  readonly code: string;
  readonly decimals: number;
}
