/** The real service on a real database, in this process, with a clock that stands still. */
import { createApp, type AppConfig } from "../../server/app.ts";
import type { Clock } from "../../server/clock.ts";
import { openDatabase } from "../../server/store/open-database.ts";
import type { Ports } from "../../server/use-cases/ports.ts";
import { fillWithDemo, portsOn, STANDING } from "./demo-factory.ts";
import { freshPlace } from "./fresh-place.ts";

export { TODAY } from "./demo-factory.ts";

export interface TestService {
  readonly ports: Ports;
  readonly app: ReturnType<typeof createApp>;
  /** Where its data is. */
  readonly place: string;
  /** Sends JSON, or asks when there is nothing to send. */
  readonly send: (path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;
  readonly close: () => Promise<void>;
}

const LOCAL: AppConfig = { apiTokens: [], localActor: "Ana", workbench: false };

/** With the demo factory in it. */
export async function startService(
  config: Partial<AppConfig> = {},
  clock: Clock = STANDING,
): Promise<TestService> {
  const { place, remove } = await freshPlace(clock === STANDING ? "demo" : "empty");
  const service = await serviceOn(place, config, clock);
  await fillWithDemo(service.ports);
  return {
    ...service,
    close: async () => {
      await service.close();
      await remove();
    },
  };
}

/** Another service on data that is there, as a second process would be. */
export async function serviceOn(
  place: string,
  config: Partial<AppConfig> = {},
  clock: Clock = STANDING,
): Promise<TestService> {
  const ports = portsOn(await openDatabase(place), clock);
  const app = createApp(ports, { ...LOCAL, ...config });
  return {
    ports,
    app,
    place,
    send: async (path, body) => {
      const headers = { "content-type": "application/json" };
      const init = body === undefined ? {} : { method: "POST", headers, body: JSON.stringify(body) };
      const response = await app.request(`/api/v1${path}`, init);
      return { status: response.status, body: await response.json() };
    },
    close: () => ports.database.close(),
  };
}
