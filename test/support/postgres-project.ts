/** Before and after all tests of the project "postgres": the server, and a filled database to copy for each test. */
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../server/store/open-database.ts";
import { fillWithDemo, portsOn, STANDING } from "./demo-factory.ts";
import type { PostgresPlaces } from "./postgres-places.ts";
import { startPostgres } from "./postgres-server.ts";

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const admin = server.addressOf("postgres");
  const places: PostgresPlaces = { admin, demo: "demo_factory", empty: "template0" };
  const client = new Client(admin);
  await client.connect();
  await client.query(`create database ${places.demo}`);
  await client.end();
  const database = await openDatabase(server.addressOf(places.demo));
  await fillWithDemo(portsOn(database, STANDING));
  await database.close();
  project.provide("postgres", places);
  return server.stop;
}
