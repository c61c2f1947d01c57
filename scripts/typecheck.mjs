/** npm run typecheck: every room with the types it may know, and shared/ once more as it ships, without its tests. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOMS = ["shared", "shared/tsconfig.pure.json", "server", "addin", "workbench", "test", "scripts", "."];
const tsc = fileURLToPath(import.meta.resolve("typescript/lib/tsc.js"));

// Two at a time: each takes a core and most of a gigabyte.
const waiting = [...ROOMS];
const failed = (await Promise.all([checkNext(), checkNext()])).flat();
console.log(failed.length === 0 ? "All rooms are typed." : `Not typed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** @returns {Promise<string[]>} the rooms with errors */
async function checkNext() {
  const room = waiting.shift();
  if (room === undefined) return [];
  const failedHere = (await compile(room)) === 0 ? [] : [room];
  return [...failedHere, ...(await checkNext())];
}

/**
 * @param {string} room
 * @returns {Promise<number | null>} the compiler's exit code
 */
function compile(room) {
  const memory = `.cache/tsc/${room === "." ? "root" : room.replaceAll("/", "-")}.tsbuildinfo`;
  const options = ["-p", room, "--incremental", "--tsBuildInfoFile", memory];
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [tsc, ...options], { stdio: "inherit" })
      .on("error", reject)
      .on("exit", resolve);
  });
}
