import { createServer } from "node:net";
import { expect, test } from "vitest";
import { isPortFree, portTaken } from "./port.mjs";

test("a port that somebody listens on is taken, and free again afterwards", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  expect(await isPortFree({ host: "127.0.0.1", port })).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isPortFree({ host: "127.0.0.1", port })).toBe(true);
});

test("who is told that the port is taken is told what to type", () => {
  expect(portTaken(3000)).toContain("MO_PLANNER_PORT=3001 npm start");
});
