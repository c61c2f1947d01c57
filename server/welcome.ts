/** What the start prints: where to go and what to do there. */
import type { Config } from "./config.ts";
import { placeName } from "./store/dialect/database-place.ts";

export function welcome({ host, port, tls, database, workbench }: Config, seeded: boolean): string {
  const name = host === "127.0.0.1" || host === "::1" ? "localhost" : host;
  const base = `${tls === null ? "http" : "https"}://${name}:${port}`;
  const lines = [
    `MO Planner is running. Its data is in ${placeName(database)}${seeded ? ", filled with the demo factory" : ""}.`,
    ...(workbench ? [`  Try it without Excel   ${base}/workbench/`] : []),
    `  API, to read and try   ${base}/docs`,
    ...(workbench
      ? ["Next: open the workbench, select some rows of the sheet, and press Create in the pane."]
      : []),
    "Stop with Ctrl+C.",
  ];
  return lines.join("\n");
}
