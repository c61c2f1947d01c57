import { defineConfig } from "vitest/config";

/** unit: pure rules and the service on real SQLite. office: the add-in on the real office.js in Node. browser: Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "shared/**/*.test.ts",
            "server/**/*.test.ts",
            "addin/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
            "test/rules/**/*.test.ts",
          ],
          exclude: ["addin/host/**"],
        },
      },
      {
        test: {
          name: "office",
          include: ["addin/host/**/*.test.ts", "workbench/**/*.test.ts", "test/office/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
