/** A Debian package, for a test machine that runs as root. */
import { existsSync } from "node:fs";
import { runProgram } from "./run-program.mjs";

export function canInstallDebian() {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/**
 * @param {string} name
 * @param {string} otherwise what to do when it cannot be had
 */
export async function installDebian(name, otherwise) {
  const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const steps = [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", name],
  ];
  for (const step of steps) {
    if ((await runProgram("apt-get", step, quiet)) !== 0)
      throw new Error(`apt-get ${step[0]} failed. ${otherwise}`);
  }
}
