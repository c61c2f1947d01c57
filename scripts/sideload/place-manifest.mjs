/** Gives Excel on this machine the built manifest, and takes it back. */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { REPOSITORY } from "../prepare/repository.mjs";
import { runProgram } from "../prepare/run-program.mjs";
import { addinId, manifestPlace, nextStep } from "./manifest-place.mjs";

const BUILT = join(REPOSITORY, "dist", "manifest.xml");

/** @returns {Promise<string>} what the person does next */
export async function placeManifest() {
  const place = placeHere();
  if (place.kind === "registry" && (await runProgram("reg", place.add)) !== 0) {
    throw new Error("Excel could not be told about the add-in: reg.exe refused.");
  }
  if (place.kind === "file") {
    mkdirSync(dirname(place.path), { recursive: true });
    copyFileSync(BUILT, place.path);
  }
  return nextStep({ kind: place.kind, manifest: BUILT });
}

/** @returns {Promise<string>} what was done */
export async function removeManifest() {
  const place = placeHere();
  if (place.kind === "upload")
    return "Remove MO Planner in Excel on the web under My Add-ins; nothing was changed here.";
  if (place.kind === "file") rmSync(place.path, { force: true });
  if (place.kind === "registry" && (await runProgram("reg", place.remove)) !== 0) {
    return "Excel did not know MO Planner; nothing was changed.";
  }
  return [
    "Excel no longer knows MO Planner once it is restarted.",
    "The certificate for localhost stays, as other add-ins may use it: npx office-addin-dev-certs uninstall removes it.",
  ].join("\n");
}

function placeHere() {
  const id = addinId(readFileSync(join(REPOSITORY, "manifest.xml"), "utf8"));
  return manifestPlace({ platform: process.platform, home: homedir(), manifest: BUILT, id });
}
