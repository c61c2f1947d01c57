/**
 * Who may import whom. Imports point one way: addin -> shared <- server, and inside shared/ only leftwards.
 * test/rules/imports.test.ts shows for each rule that it bites.
 */
const SHARED_ROOMS = [
  ...["quantity", "row", "stock", "intake", "validation", "planning", "order", "event"],
  // sheet paints what the service answered, so it reads the wire's types; the wire knows no sheet.
  ...["wire", "sheet"],
];

/** Tests may look anywhere for what they need; rules about what ships do not bind them. */
const TESTS = "(\\.test\\.tsx?$|^test/)";

const rule = (name, comment, { from, to }) => ({ name, comment, severity: "error", from, to });
const packages = (...names) => `^node_modules/(@types/)?(${names.join("|")})(/|$)`;

/** A room of shared/ may use itself and the rooms to its left. */
const leftwards = SHARED_ROOMS.map((room, place) => {
  const allowed = SHARED_ROOMS.slice(0, place + 1);
  return rule(`shared-${room}-looks-left`, `shared/${room} uses only ${allowed.join(", ")}.`, {
    from: { path: `^shared/${room}/`, pathNot: TESTS },
    to: { path: "^shared/", pathNot: `^shared/(${allowed.join("|")})/` },
  });
});

module.exports = {
  forbidden: [
    // Two types may name each other (a sheet has tables, a table has its sheet): types are gone when code runs.
    rule("no-cycles", "A circle of imports has no first reader.", {
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    }),
    rule("no-orphans", "A file that nothing uses and that uses nothing is left over.", {
      from: { orphan: true, pathNot: ["\\.d\\.ts$", TESTS] },
      to: {},
    }),
    rule("resolvable", "Every import leads somewhere.", { from: {}, to: { couldNotResolve: true } }),
    rule("shared-is-pure", "shared/ runs in Node and in the pane alike: it may use itself, zod and big.js.", {
      from: { path: "^shared/", pathNot: TESTS },
      to: { pathNot: ["^shared/", packages("zod", "big\\.js")] },
    }),
    ...leftwards,
    rule("addin-imports-shared-only", "The pane reaches the service over the wire, never through its code.", {
      from: { path: "^addin/", pathNot: TESTS },
      to: { path: "^(server|workbench|test|scripts)/" },
    }),
    rule("server-imports-shared-only", "The service knows nothing of Excel, the workbench or the scripts.", {
      from: { path: "^server/", pathNot: TESTS },
      to: { path: "^(addin|workbench|test|scripts)/" },
    }),
    rule("workbench-stands-alone", "The stand-in host would prove nothing if it knew the add-in it hosts.", {
      from: { path: "^workbench/", pathNot: TESTS },
      to: { path: "^(addin|server|shared|test|scripts)/" },
    }),
    rule(
      "workbench-host-knows-no-page",
      "The stand-in host also serves the tests in Node, where there is no page.",
      {
        from: { path: "^workbench/host/" },
        to: { path: "^workbench/page/" },
      },
    ),
    rule("sql-in-store-only", "All SQL lives in server/store.", {
      from: {
        path: "^(addin|server|shared|workbench|scripts)/",
        pathNot: ["^server/store/", "^scripts/bench/bare-insert", TESTS],
      },
      to: { path: packages("kysely", "better-sqlite3", "pg") },
    }),
    rule("http-at-the-door-only", "Use cases and stores know nothing of HTTP.", {
      from: { path: "^(server|shared)/", pathNot: ["^server/(http/|app\\.ts$|main\\.ts$)", TESTS] },
      to: { path: packages("hono", "@hono/[^/]+") },
    }),
    rule("react-in-pane-only", "Reading, sending and painting work without a screen.", {
      from: { path: "^(addin|workbench|server|shared)/", pathNot: ["^addin/(pane|entry)/", TESTS] },
      to: { path: packages("react", "react-dom", "@fluentui/[^/]+") },
    }),
    rule("office-in-host-only", "Only addin/host and addin/entry may name Office's packages.", {
      from: { path: "^(addin|server|shared)/", pathNot: ["^addin/(host|entry)/", TESTS] },
      to: { path: packages("@microsoft/office-js", "office-js") },
    }),
    rule(
      "pane-does-not-touch-excel",
      "The pane shows state; Excel and the service are behind sync and host.",
      {
        from: { path: "^addin/pane/", pathNot: TESTS },
        to: { path: "^addin/host/", dependencyTypesNot: ["type-only"] },
      },
    ),
    rule("no-development-packages-in-products", "What ships runs without the packages for development.", {
      from: { path: "^(addin|server|shared)/", pathNot: TESTS },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "^node_modules/@types/",
      },
    }),
    rule("no-unlisted-packages", "A package that package.json does not name may be gone tomorrow.", {
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    }),
    rule("use-cases-know-no-door", "A use case does not know who asks.", {
      from: { path: "^server/(use-cases|store|catalog|feed|demo)/", pathNot: TESTS },
      to: { path: "^server/(http/|app\\.ts$|main\\.ts$)" },
    }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|data|coverage)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
