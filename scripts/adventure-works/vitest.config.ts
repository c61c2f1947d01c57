/** The ways in, tried in a browser on the tables of a real factory. They lie outside the repository: no test of its own. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { FOLDER } from "./folder.ts";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["scripts/adventure-works/ways.browser.ts"],
    exclude: existsSync(join(FOLDER, "products.csv")) ? [] : ["**"],
    passWithNoTests: true,
    globalSetup: ["scripts/adventure-works/built-pages.ts"],
    reporters: ["verbose"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
