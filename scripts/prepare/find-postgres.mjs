/** Where PostgreSQL's server is on this machine, for the tests that run on a real one. */
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Folders that hold a folder for each version. */
const VERSIONED = [
  "/usr/lib/postgresql",
  "/opt/homebrew/opt",
  "/usr/local/opt",
  "C:\\Program Files\\PostgreSQL",
];

const PROGRAMS = ["initdb", "postgres"];

/**
 * @typedef {object} Machine what is asked of the machine, so that a test can describe another one
 * @property {string} path
 * @property {(path: string) => boolean} exists
 * @property {(folder: string) => readonly string[]} list names in a folder; none when it is not there
 */

/** @type {Machine} */
const thisMachine = {
  path: process.env.PATH ?? "",
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
};

/**
 * @param {Machine} [machine]
 * @returns {string | null} the folder of its programs; null when there is none
 */
export function findPostgres(machine = thisMachine) {
  const onPath = machine.path.split(delimiter).filter((folder) => folder !== "");
  return [...onPath, ...usualPlaces(machine)].find((folder) => isServer(folder, machine)) ?? null;
}

/**
 * The newest version first.
 * @param {Machine} machine
 * @returns {readonly string[]}
 */
function usualPlaces({ list }) {
  return VERSIONED.flatMap((root) =>
    list(root)
      .filter((name) => /^(postgresql@)?\d+$/.test(name))
      .sort((one, other) => versionOf(other) - versionOf(one))
      .map((name) => join(root, name, "bin")),
  );
}

/** @param {string} name "15" or "postgresql@15" */
function versionOf(name) {
  return Number(name.replace("postgresql@", ""));
}

/**
 * @param {string} folder
 * @param {Machine} machine
 */
function isServer(folder, { exists }) {
  return PROGRAMS.every((name) => exists(join(folder, name)) || exists(join(folder, `${name}.exe`)));
}
