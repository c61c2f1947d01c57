/** The log, page by page. */
import type { EventPage } from "../../shared/wire/events.ts";
import { eventsAfter, lastEventPosition } from "../store/event-store.ts";
import type { Ports } from "./ports.ts";

export async function readEvents(
  ports: Ports,
  page: { readonly after: number; readonly limit: number },
): Promise<EventPage> {
  const found = await ports.database.read((transaction) =>
    eventsAfter(transaction, { ...page, limit: page.limit + 1 }),
  );
  const events = found.slice(0, page.limit);
  return { events, position: events.at(-1)?.position ?? page.after, more: found.length > page.limit };
}

export function lastPosition(ports: Ports): Promise<number> {
  return ports.database.read(lastEventPosition);
}
