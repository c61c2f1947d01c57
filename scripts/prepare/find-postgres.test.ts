import { expect, test } from "vitest";
import { findPostgres } from "./find-postgres.mjs";

function machine(path: string, files: readonly string[]) {
  const list = (folder: string) => [
    ...new Set(
      files
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1).split("/")[0] ?? ""),
    ),
  ];
  return { path, exists: (file: string) => files.includes(file), list };
}

const programsIn = (folder: string) => [`${folder}/initdb`, `${folder}/postgres`];

test("the server on the path comes first", () => {
  const files = [...programsIn("/opt/pg/bin"), ...programsIn("/usr/lib/postgresql/15/bin")];
  expect(findPostgres(machine("/usr/bin:/opt/pg/bin", files))).toBe("/opt/pg/bin");
});

test("without one on the path, the newest of the usual places is taken", () => {
  const files = ["9", "15", "17"].flatMap((version) => programsIn(`/usr/lib/postgresql/${version}/bin`));
  expect(findPostgres(machine("/usr/bin", files))).toBe("/usr/lib/postgresql/17/bin");
});

test("a client without its server is not enough", () => {
  expect(findPostgres(machine("/usr/bin", ["/usr/bin/psql", "/usr/bin/initdb"]))).toBeNull();
});
