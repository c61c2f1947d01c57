/** A browser for the browser tests: the one that is there, or on Debian as root the chromium package. */
import { findBrowser } from "./find-browser.mjs";
import { canInstallDebian, installDebian } from "./install-debian.mjs";

const MISSING =
  "The browser tests need Chrome, Chromium or Edge. Install one, or set MO_PLANNER_CHROMIUM to the program's path.";

/** @returns {Promise<string>} the path of the program */
export async function findOrInstallBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  if (!canInstallDebian()) throw new Error(MISSING);
  console.log("No browser found; installing Debian's chromium package.");
  await installDebian("chromium", MISSING);
  const installed = findBrowser();
  if (installed === null) throw new Error(MISSING);
  return installed;
}
