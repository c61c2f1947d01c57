/** Fills an empty database with the demo factory, through the same import that everybody uses. */
import { storesAndItems } from "../store/service-store.ts";
import { importCatalog } from "../use-cases/import-catalog.ts";
import type { Ports } from "../use-cases/ports.ts";
import { boms, routings } from "./boms.ts";
import { itemAliases, items } from "./items.ts";
import { calendars, locations, stores, units, workCenters } from "./places.ts";
import { purchaseOrders, salesOrders, stock } from "./stock-and-demand.ts";

/** True when the database was empty and is now filled. Throws when the demo's own rows are refused. */
export async function seedDemo(ports: Ports): Promise<boolean> {
  const before = await ports.database.read(storesAndItems);
  if (before.items > 0 || before.stores.length > 0) return false;
  const today = ports.clock.today();
  const texts = {
    units,
    calendars,
    stores,
    locations,
    "work-centers": workCenters,
    items,
    "item-aliases": itemAliases,
    boms: boms(today),
    routings,
    stock,
    "sales-orders": salesOrders(today),
    "purchase-orders": purchaseOrders(today),
  };
  const encoder = new TextEncoder();
  const files = Object.entries(texts).map(([name, text]) => ({
    name: `${name}.csv`,
    bytes: encoder.encode(text),
  }));
  const report = await importCatalog(ports, {
    files,
    mapping: null,
    strict: true,
    dryRun: false,
    actor: "Demo factory",
  });
  if (report.applied) return true;
  const [first] = report.problems;
  throw new Error(`The demo factory was refused: ${JSON.stringify(first)}`);
}
