/**
 * How deep each item stands in the BOMs: 0 for what no BOM contains, else one more than the deepest item that
 * contains it. Netting goes by this, so that all who want an item have spoken before it is shared out.
 */
import type { Facts, ItemFacts } from "../validation/facts.ts";

export function lowLevelCodes({ items }: Pick<Facts, "items">): ReadonlyMap<number, number> {
  const codes = new Map<number, number>();
  const order = parentsFirst(items);
  for (const item of order) {
    const code = codes.get(item.id) ?? 0;
    for (const component of componentsOf(item))
      codes.set(component, Math.max(codes.get(component) ?? 0, code + 1));
  }
  return codes;
}

/** Depth first, reversed. A loop is cut where it closes: planning finds and names it. */
function parentsFirst(items: Facts["items"]): readonly ItemFacts[] {
  const seen = new Set<number>();
  const done: ItemFacts[] = [];
  const visit = (item: ItemFacts): void => {
    if (seen.has(item.id)) return;
    seen.add(item.id);
    for (const id of componentsOf(item)) {
      const component = items.get(id);
      if (component !== undefined) visit(component);
    }
    done.push(item);
  };
  for (const item of items.values()) visit(item);
  return done.toReversed();
}

function componentsOf(item: ItemFacts): readonly number[] {
  return item.bomRevisions.flatMap((revision) => revision.lines.map((line) => line.componentId));
}
