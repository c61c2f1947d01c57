/** Builds the pane and the workbench into dist/, when what is there was not made from what is here. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { REPOSITORY } from "./repository.mjs";
import { runProgram } from "./run-program.mjs";

const WEBPACK = join(REPOSITORY, "node_modules", "webpack", "bin", "webpack.js");
const FINGERPRINT = join("dist", "made-from.txt");
const SOURCES = [
  "addin",
  "shared",
  "workbench",
  "scripts/manifest",
  "manifest.xml",
  "webpack.config.mjs",
  "package-lock.json",
];
const PAGES = ["dist/addin/taskpane.html", "dist/workbench/index.html", "dist/manifest.xml"];

/**
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {Promise<void>}
 */
export async function buildStalePages(environment = process.env) {
  if (arePagesCurrent(REPOSITORY, environment)) return;
  console.log("Building the pane and the workbench.");
  await buildPages(environment);
}

/**
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @param {"production" | "development"} [mode]
 */
export async function buildPages(environment = process.env, mode = "production") {
  // Taken before the build: a source that changes meanwhile makes the next start build again.
  const fingerprint = sourceFingerprint(REPOSITORY, environment);
  const code = await runProgram(process.execPath, [WEBPACK, "--mode", mode], environment);
  if (code !== 0) throw new Error("The build failed; the lines above say where.");
  mkdirSync(join(REPOSITORY, "dist"), { recursive: true });
  writeFileSync(join(REPOSITORY, FINGERPRINT), mode === "production" ? fingerprint : mode);
}

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function arePagesCurrent(folder, environment) {
  const note = join(folder, FINGERPRINT);
  if (!existsSync(note) || !PAGES.every((page) => existsSync(join(folder, page)))) return false;
  return readFileSync(note, "utf8") === sourceFingerprint(folder, environment);
}

/**
 * Content, not time stamps: a checkout or a copy gives every file a new time.
 * @param {string} folder
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {string}
 */
export function sourceFingerprint(folder, { MO_PLANNER_BASE_URL = "" }) {
  const hash = createHash("sha256").update(MO_PLANNER_BASE_URL);
  for (const file of SOURCES.flatMap((source) => filesOf(folder, source))) {
    hash.update(`\n${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @param {string} source
 * @returns {readonly string[]} in a fixed order, without tests
 */
function filesOf(folder, source) {
  if (!existsSync(join(folder, source))) return [];
  if (/\.\w+$/.test(source)) return [source];
  const entries = readdirSync(join(folder, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .map((file) =>
      file
        .split(sep)
        .filter((part) => part !== "")
        .join("/"),
    )
    .sort();
}
