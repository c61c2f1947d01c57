/** Where Excel looks for the manifest of an add-in that is being tried on this machine. */
import { posix } from "node:path";

const FILE_NAME = "mo-planner.manifest.xml";

/** Excel on Windows reads the manifests named under this key (Office add-ins documentation, "sideload" for testing). */
const REGISTRY_KEY = "HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\WEF\\Developer";

/**
 * @typedef {{ kind: "registry", add: readonly string[], remove: readonly string[] }
 *   | { kind: "file", path: string }
 *   | { kind: "upload" }} ManifestPlace words for reg.exe, a file to copy to, or the upload dialog of Excel on the web
 */

/**
 * @param {{ platform: string, home: string, manifest: string, id: string }} facts
 * @returns {ManifestPlace}
 */
export function manifestPlace({ platform, home, manifest, id }) {
  if (platform === "win32") {
    return {
      kind: "registry",
      add: ["add", REGISTRY_KEY, "/v", id, "/t", "REG_SZ", "/d", manifest, "/f"],
      remove: ["delete", REGISTRY_KEY, "/v", id, "/f"],
    };
  }
  if (platform !== "darwin") return { kind: "upload" };
  const folder = "Library/Containers/com.microsoft.Excel/Data/Documents/wef";
  return { kind: "file", path: posix.join(home, folder, FILE_NAME) };
}

/**
 * @param {string} manifest the text of manifest.xml
 * @returns {string} the add-in's id
 * @throws {Error} when there is none
 */
export function addinId(manifest) {
  const id = /<Id>([0-9a-f-]{36})<\/Id>/i.exec(manifest)?.[1];
  if (id === undefined) throw new Error("manifest.xml has no <Id>.");
  return id;
}

/**
 * @param {{ kind: ManifestPlace["kind"], manifest: string }} facts
 * @returns {string} what the person does next
 */
export function nextStep({ kind, manifest }) {
  if (kind !== "upload") return "Next: (re)start Excel, open a workbook, and choose the MO Planner tab.";
  return [
    "This machine has no Excel of its own. In Excel on the web, opened in a browser on this machine:",
    "  Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in, then choose",
    `  ${manifest}`,
  ].join("\n");
}
