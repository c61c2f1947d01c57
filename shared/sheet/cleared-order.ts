/** What is left in a row whose MO was cancelled, once it may be made again: the row keeps its history (promise 2). English. */

export function clearedMessage(number: string): string {
  return `Was ${number}, which was cancelled.`;
}
