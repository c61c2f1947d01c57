/** Whether giving an item these components would make it contain itself, and by which way. */

/** The loop from the item back to itself, such as [chair, frame, chair]; null when there is none. */
export function findLoop(
  item: number,
  components: readonly number[],
  uses: ReadonlyMap<number, ReadonlySet<number>>,
): readonly number[] | null {
  const cameFrom = new Map<number, number>();
  const waiting: number[] = [];
  const visit = (part: number, from: number): void => {
    if (cameFrom.has(part)) return;
    cameFrom.set(part, from);
    waiting.push(part);
  };
  for (const component of components) visit(component, item);
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part === item) return wayBack(item, cameFrom);
    for (const component of uses.get(part) ?? []) visit(component, part);
  }
  return null;
}

function wayBack(item: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const way = [item];
  let at = cameFrom.get(item);
  while (at !== undefined && at !== item) {
    way.unshift(at);
    at = cameFrom.get(at);
  }
  return [item, ...way];
}
