/** Installs what package-lock.json names, when it is not there. Nothing here may need a package. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./repository.mjs";
import { runNpm } from "./run-program.mjs";

/** @returns {Promise<void>} */
export async function installMissingPackages() {
  if (areInstalled(REPOSITORY)) return;
  console.log("Installing packages; the first time takes a minute or two.");
  const code = await runNpm(["ci", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Error(`npm ci failed with code ${code}; its own lines above say why.`);
}

/**
 * Compares what is asked for with what npm noted last; npm writes its note at the very end, so an install that was
 * broken off has none. Optional packages may be for another kind of machine and are left out.
 * @param {string} folder with package-lock.json and perhaps node_modules
 */
export function areInstalled(folder) {
  const wanted = readVersions(join(folder, "package-lock.json"));
  const found = readVersions(join(folder, "node_modules", ".package-lock.json"));
  if (wanted === null) throw new Error(`${folder} has no package-lock.json that can be read.`);
  if (found === null) return false;
  return [...wanted].every(
    ([path, { version, optional }]) => optional || found.get(path)?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {ReadonlyMap<string, { version: unknown, optional: boolean }> | null} by the path of each package
 */
function readVersions(file) {
  const packages = readPackages(file);
  if (packages === null) return null;
  const entries = Object.entries(packages).filter(([path]) => path !== "");
  return new Map(
    entries.map(([path, entry]) => [
      path,
      { version: field(entry, "version"), optional: field(entry, "optional") === true },
    ]),
  );
}

/**
 * @param {string} file
 * @returns {object | null} null when the file is not there or is half written
 */
function readPackages(file) {
  try {
    const packages = field(JSON.parse(readFileSync(file, "utf8")), "packages");
    return typeof packages === "object" ? packages : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} entry
 * @param {string} name
 * @returns {unknown}
 */
function field(entry, name) {
  return typeof entry === "object" && entry !== null
    ? Object.entries(entry).find(([key]) => key === name)?.[1]
    : undefined;
}
