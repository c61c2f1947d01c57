/** Where the service is reached, and the manifest that says so to Excel. */

/** The address written in manifest.xml, which is the one of a service on the planner's own machine. */
export const LOCAL_BASE_URL = "https://localhost:3443";

/**
 * The https origin in MO_PLANNER_BASE_URL. Excel loads add-ins over https only, and the pane finds the service at the
 * root of its own origin, so a path cannot be honoured and is refused rather than dropped.
 * @param {string | undefined} setting
 * @returns {string} for example "https://planner.example.com"
 */
export function readBaseUrl(setting) {
  if (setting === undefined || setting === "") return LOCAL_BASE_URL;
  const url = URL.canParse(setting) ? new URL(setting) : null;
  if (url === null || url.protocol !== "https:" || setting.replace(/\/$/, "").toLowerCase() !== url.origin) {
    throw new Error(
      `MO_PLANNER_BASE_URL must be an https address without a path, such as https://planner.example.com (it is "${setting}").`,
    );
  }
  return url.origin;
}

/**
 * @param {string} manifest the text of manifest.xml
 * @param {string} baseUrl
 * @returns {string} the same manifest for a service at that address
 */
export function manifestFor(manifest, baseUrl) {
  return manifest.replaceAll(LOCAL_BASE_URL, baseUrl);
}
