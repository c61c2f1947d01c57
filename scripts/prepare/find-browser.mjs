/** Where a Chrome, Chromium or Edge is on this machine, for the tests that need a real browser. */
import { existsSync } from "node:fs";
import { posix, win32 } from "node:path";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "chrome",
  "msedge",
];

const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge"];

const WINDOWS_FOLDERS = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"];

const WINDOWS_PROGRAMS = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Chromium", "Application", "chrome.exe"],
];

/**
 * @typedef {object} Machine what is asked of the machine, so that a test can describe another one
 * @property {string} platform
 * @property {Readonly<Record<string, string | undefined>>} environment
 * @property {(path: string) => boolean} exists
 */

/** @type {Machine} */
const thisMachine = { platform: process.platform, environment: process.env, exists: existsSync };

/**
 * @param {Machine} [machine]
 * @returns {string | null} the path of the program; null when there is none
 * @throws {Error} when MO_PLANNER_CHROMIUM names a file that is not there: the tests would run in another browser
 */
export function findBrowser(machine = thisMachine) {
  const { environment, exists } = machine;
  const chosen = environment.MO_PLANNER_CHROMIUM;
  if (chosen !== undefined && chosen !== "") {
    if (!exists(chosen)) throw new Error(`MO_PLANNER_CHROMIUM is ${chosen}, but there is no such file.`);
    return chosen;
  }
  return [...onPath(machine), ...usualPlaces(machine)].find(exists) ?? null;
}

/**
 * @param {Machine} machine
 * @returns {readonly string[]}
 */
function onPath({ platform, environment }) {
  const isWindows = platform === "win32";
  const path = isWindows ? win32 : posix;
  const folders = (environment.PATH ?? environment.Path ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "");
  return NAMES.flatMap((name) =>
    folders.map((folder) => path.join(folder, isWindows ? `${name}.exe` : name)),
  );
}

/**
 * @param {Machine} machine
 * @returns {readonly string[]}
 */
function usualPlaces({ platform, environment }) {
  if (platform === "darwin") {
    const roots = ["/Applications", posix.join(environment.HOME ?? "/", "Applications")];
    return roots.flatMap((root) => MAC_APPS.map((app) => `${root}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform !== "win32") return [];
  const folders = WINDOWS_FOLDERS.flatMap((name) => environment[name] ?? []);
  return folders.flatMap((folder) => WINDOWS_PROGRAMS.map((parts) => win32.join(folder, ...parts)));
}
