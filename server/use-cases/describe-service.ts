/** Who and where one is. */
import type { Service } from "../../shared/wire/service.ts";
import { storesAndItems } from "../store/service-store.ts";
import type { Ports } from "./ports.ts";

export async function describeService(ports: Ports, actor: string): Promise<Service> {
  const { stores, items } = await ports.database.read(storesAndItems);
  const standard = stores.find((store) => store.isDefault) ?? (stores.length === 1 ? stores[0] : undefined);
  return {
    name: "MO Planner",
    version: ports.version,
    actor,
    today: ports.clock.today(),
    defaultStore: standard?.code ?? null,
    stores: stores.map(({ code, name, makes, locations }) => ({ code, name, makes, locations })),
    items,
  };
}
