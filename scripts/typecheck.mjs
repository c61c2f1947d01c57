/**
 * npm run typecheck: every room with the types it may know, and shared/ once more as it ships, without its tests. By
 * TypeScript 7, whose native compiler takes a tenth of the time; TypeScript 6 stays for the lint, which needs its API.
 */
import { fileURLToPath } from "node:url";
import { runProgram } from "./prepare/run-program.mjs";

const ROOMS = ["shared", "shared/tsconfig.pure.json", "server", "addin", "workbench", "test", "scripts"];
const tsc = fileURLToPath(new URL("../node_modules/typescript-native/bin/tsc", import.meta.url));

/** @type {string[]} */
const failed = [];
for (const room of ROOMS) {
  if ((await runProgram(process.execPath, [tsc, "-p", room])) !== 0) failed.push(room);
}
console.log(failed.length === 0 ? "All rooms are typed." : `Not typed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
