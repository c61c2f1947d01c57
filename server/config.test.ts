import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

function complaints(environment: Record<string, string>): string {
  const read = readConfig(environment);
  return read.ok ? "" : read.complaints.join("\n");
}

test("without settings it listens on loopback only, for one named planner", () => {
  expect(readConfig({ PATH: "/bin" })).toMatchObject({
    ok: true,
    config: { host: "127.0.0.1", port: 3000, localActor: "Local planner", apiTokens: [] },
  });
});

test.each<[Record<string, string>, string]>([
  [{ MO_PLANNER_PROT: "3000" }, "Unknown setting MO_PLANNER_PROT"],
  [{ MO_PLANNER_PORT: "many" }, "MO_PLANNER_PORT"],
  [{ MO_PLANNER_DEMO: "maybe" }, "MO_PLANNER_DEMO"],
  [{ MO_PLANNER_DATABASE: "mysql://db/planner" }, "MO_PLANNER_DATABASE: neither a path nor"],
  [{ MO_PLANNER_TIME_ZONE: "Mars/Olympus" }, "MO_PLANNER_TIME_ZONE"],
  [{ MO_PLANNER_TLS_CERT: "cert.pem" }, "go together"],
  [{ MO_PLANNER_API_TOKENS: "ana:short" }, "MO_PLANNER_API_TOKENS"],
  [{ MO_PLANNER_HOST: "0.0.0.0" }, "MO_PLANNER_API_TOKENS must name who may come in"],
])("%j stops the start and says why", (environment, why) => {
  expect(complaints(environment)).toContain(why);
});

test("with tokens it may listen wider", () => {
  const environment = {
    MO_PLANNER_HOST: "0.0.0.0",
    MO_PLANNER_API_TOKENS: "ana:a-secret-of-24-characters!, erp:another-long-secret-here",
  };
  expect(readConfig(environment)).toMatchObject({
    ok: true,
    config: { apiTokens: [{ actor: "ana" }, { actor: "erp" }] },
  });
});
