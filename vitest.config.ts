import { defineConfig } from "vitest/config";

/** Tests of the service that say nothing of its database: once is enough. */
const withoutDatabase = [
  "server/config.test.ts",
  "server/http/static-routes.test.ts",
  "server/store/dialect/database-place.test.ts",
];

const onPostgresOnly = "server/store/dialect/postgres.test.ts";

/**
 * unit: pure rules and the service on real SQLite. postgres: the service's same tests on a real PostgreSQL. office:
 * the add-in on the real office.js in Node. browser: Chromium.
 */
export default defineConfig({
  test: {
    // Every core: a test that needs a quiet machine would not be one to trust.
    maxWorkers: "100%",
    // Something awaited may take its time on a busy machine; what must not take long is the bench's business.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    // A worker loads the product once for all its files: no module of ours keeps state that a test could find again.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "shared/**/*.test.ts",
            "server/**/*.test.ts",
            "addin/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
            "test/rules/**/*.test.ts",
          ],
          exclude: ["addin/host/**", onPostgresOnly],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: ["server/**/*.test.ts"],
          exclude: withoutDatabase,
          globalSetup: ["test/support/postgres-project.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "office",
          include: ["addin/host/**/*.test.ts", "workbench/**/*.test.ts", "test/office/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
