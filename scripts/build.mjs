/** npm run build [-- --development]: the pane, the workbench and the manifest into dist/. */
import { buildPages } from "./prepare/build-pages.mjs";
import { orSayWhy } from "./prepare/or-say-why.mjs";

const mode = process.argv.includes("--development") ? "development" : "production";
await orSayWhy(() => buildPages(process.env, mode));
