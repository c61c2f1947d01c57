/**
 * Two pieces of the work of one transaction at once. Whoever hears that one failed can be sure that the other has ended
 * too: nothing of it comes after the transaction was taken back.
 */
export async function sideBySide<One, Other>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<readonly [One, Other]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}
