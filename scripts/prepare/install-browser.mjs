/** A browser for the browser tests: the one that is there, or on Debian as root the chromium package. */
import { existsSync } from "node:fs";
import { findBrowser } from "./find-browser.mjs";
import { runProgram } from "./run-program.mjs";

const MISSING =
  "The browser tests need Chrome, Chromium or Edge. Install one, or set MO_PLANNER_CHROMIUM to the program's path.";

/** @returns {Promise<string>} the path of the program */
export async function findOrInstallBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  if (!canInstall()) throw new Error(MISSING);
  console.log("No browser found; installing Debian's chromium package.");
  const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const steps = [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ];
  for (const step of steps) {
    if ((await runProgram("apt-get", step, quiet)) !== 0)
      throw new Error(`apt-get ${step[0]} failed. ${MISSING}`);
  }
  const installed = findBrowser();
  if (installed === null) throw new Error(MISSING);
  return installed;
}

function canInstall() {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}
