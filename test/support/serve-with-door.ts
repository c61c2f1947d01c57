/** The real service over real HTTP, behind a door that a test can keep shut, and that can lose what comes back. */
import { serve } from "@hono/node-server";
import { startService, type TestService } from "./service.ts";

/** What becomes of a request; `pass` lets it through to the service. */
export type Door = (request: Request, pass: () => Promise<Response>) => Promise<Response>;

export interface ServedService {
  readonly service: TestService;
  /** Where the API is. */
  readonly base: string;
  /** The paths that were asked for so far, in order. */
  readonly asked: readonly string[];
  guard(door: Door): void;
  /** Lets everything through. */
  open(): void;
  close(): Promise<void>;
}

const OPEN: Door = (_request, pass) => pass();

/** A request that is never answered. */
export const hangs = (): Promise<Response> => new Promise(() => undefined);

export function refusesWith(status: 400 | 401 | 403 | 502, code?: string): Response {
  const document = {
    type: "about:blank",
    title: "Refused",
    status,
    detail: `Refused: ${String(code)}.`,
    code,
  };
  return code === undefined ? new Response("Bad gateway", { status }) : Response.json(document, { status });
}

export async function serveWithDoor(): Promise<ServedService> {
  const service = await startService();
  const asked: string[] = [];
  let door = OPEN;
  const fetch = (request: Request): Promise<Response> => {
    asked.push(new URL(request.url).pathname.replace("/api/v1", ""));
    return door(request, async () => service.app.fetch(request));
  };
  const { server, port } = await listening(fetch);
  return {
    service,
    base: `http://localhost:${String(port)}/api/v1`,
    asked,
    guard: (wanted) => (door = wanted),
    open: () => (door = OPEN),
    close: async () => {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await service.close();
    },
  };
}

function listening(
  fetch: (request: Request) => Promise<Response>,
): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => resolve({ server, port }));
  });
}
