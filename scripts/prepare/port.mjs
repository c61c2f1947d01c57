/** Whether the service's port is free: asked before the build, so that nobody waits a minute to be told. */
import { createServer } from "node:net";

/**
 * @param {{ host: string, port: number }} place
 * @returns {Promise<boolean>} true also for a place that the service itself will refuse with a better sentence
 */
export function isPortFree({ host, port }) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(!("code" in error && error.code === "EADDRINUSE")));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * @param {number} port
 * @returns {string}
 */
export function portTaken(port) {
  return [
    `Port ${port} is taken, perhaps by an MO Planner that is already running: look at http://localhost:${port}.`,
    `Stop what uses it, or choose another port: MO_PLANNER_PORT=${port + 1} npm start`,
  ].join("\n");
}
