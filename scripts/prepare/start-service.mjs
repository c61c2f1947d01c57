/**
 * Runs the service in this very process, so that Ctrl+C, SIGTERM and the exit code are the service's own: a parent
 * between the terminal and the service would send Ctrl+C a second time and break off the closing of the database.
 */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { REPOSITORY } from "./repository.mjs";

export async function startService() {
  // The service finds dist/ and data/ from the folder it was started in.
  process.chdir(REPOSITORY);
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(join(REPOSITORY, "server", "main.ts")).href);
}
