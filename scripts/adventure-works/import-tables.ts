/** The tables into a service, by the mapping that stands beside this file. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mappingSchema } from "../../server/catalog/mapping.ts";
import { importCatalog } from "../../server/use-cases/import-catalog.ts";
import type { Ports } from "../../server/use-cases/ports.ts";

const plain = { strict: false, dryRun: false, actor: "check" } as const;

export function importTables(ports: Ports, folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const files = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const mapping = mappingSchema.parse(
    JSON.parse(readFileSync(new URL("mapping.json", import.meta.url), "utf8")),
  );
  return importCatalog(ports, { ...plain, files, mapping });
}

/** One more table, in the product's own headings. */
export function importText(ports: Ports, name: string, text: string) {
  const files = [{ name: `${name}.csv`, bytes: new TextEncoder().encode(text) }];
  return importCatalog(ports, { ...plain, files, mapping: null });
}
