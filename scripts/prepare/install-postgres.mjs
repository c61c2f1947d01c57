/** A PostgreSQL server for the tests: the one that is there, or on Debian as root the postgresql package. */
import { findPostgres } from "./find-postgres.mjs";
import { canInstallDebian, installDebian } from "./install-debian.mjs";

export const POSTGRES_MISSING =
  "The tests need PostgreSQL's server, 15 or newer: install it, or put the folder of its programs on the PATH.";

/** @returns {Promise<void>} */
export async function findOrInstallPostgres() {
  if (findPostgres() !== null) return;
  if (!canInstallDebian()) throw new Error(POSTGRES_MISSING);
  console.log("No PostgreSQL server found; installing Debian's postgresql package.");
  await installDebian("postgresql", POSTGRES_MISSING);
  if (findPostgres() === null) throw new Error(POSTGRES_MISSING);
}
