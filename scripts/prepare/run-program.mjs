/** Runs a program in this checkout with its output on the same screen. */
import { spawn } from "node:child_process";
import { REPOSITORY } from "./repository.mjs";

/**
 * @param {string} program
 * @param {readonly string[]} words
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {Promise<number>} its exit code; 1 when it was stopped by a signal
 */
export function runProgram(program, words, environment = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words], { cwd: REPOSITORY, env: { ...environment }, stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * @param {readonly string[]} words
 * @returns {Promise<number>}
 */
export function runNpm(words) {
  const npm = process.env.npm_execpath;
  if (npm !== undefined && npm.endsWith("js")) return runProgram(process.execPath, [npm, ...words]);
  // On Windows npm is a .cmd file, which only a shell can start; the words are ours and hold nothing to quote.
  return process.platform === "win32"
    ? runProgram(process.env.ComSpec ?? "cmd.exe", ["/d", "/s", "/c", `npm ${words.join(" ")}`])
    : runProgram("npm", words);
}
