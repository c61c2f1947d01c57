/** npm test [-- words for vitest]: all tests, after installing, building and finding what they need. */
import { join } from "node:path";
import { buildStalePages } from "./prepare/build-pages.mjs";
import { findOrInstallBrowser } from "./prepare/install-browser.mjs";
import { installMissingPackages } from "./prepare/install-packages.mjs";
import { findOrInstallPostgres } from "./prepare/install-postgres.mjs";
import { nodeComplaint } from "./prepare/node-version.mjs";
import { orSayWhy } from "./prepare/or-say-why.mjs";
import { REPOSITORY } from "./prepare/repository.mjs";
import { runProgram } from "./prepare/run-program.mjs";

const VITEST = join(REPOSITORY, "node_modules", "vitest", "vitest.mjs");

await orSayWhy(async () => {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint !== null) throw new Error(complaint);
  await installMissingPackages();
  const browser = await findOrInstallBrowser();
  await findOrInstallPostgres();
  await buildStalePages();
  process.exitCode = await runProgram(process.execPath, [VITEST, "run", ...process.argv.slice(2)], {
    ...process.env,
    MO_PLANNER_CHROMIUM: browser,
  });
});
