/** When what several want is needed: on the earliest of their days. Who names none wants it as soon as possible. */
export function earliestNeed<Day extends string>(days: readonly (Day | null)[]): Day | null {
  return days.reduce((one, other) => (one === null || other === null ? null : one < other ? one : other));
}
