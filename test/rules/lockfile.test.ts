/**
 * npm ci refuses to install when package-lock.json lacks a package that another one asks for, also one for another
 * kind of machine. A lock that was written where such packages could not be had works nowhere but there.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const names = z.record(z.string(), z.string()).default({});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dependencies: names,
      optionalDependencies: names,
      devDependencies: names,
      resolved: z.string().optional(),
    }),
  ),
});
type Packages = z.infer<typeof lockSchema>["packages"];

const { packages } = lockSchema.parse(
  JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")),
);

test("the lock holds every package that is asked for, those for other kinds of machine too", () => {
  expect(missing(packages)).toEqual([]);
});

test("the lock names no registry, so that everyone installs from their own", () => {
  expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});

test("a package that is not in the lock is found missing, and one beside its user is not", () => {
  const none = { dependencies: {}, optionalDependencies: {}, devDependencies: {} };
  const asks = { ...none, dependencies: { near: "1", far: "1" }, optionalDependencies: { gone: "1" } };
  const lock = {
    "": none,
    "node_modules/far": none,
    "node_modules/a": asks,
    "node_modules/a/node_modules/near": none,
  };
  expect(missing(lock)).toEqual(["node_modules/a asks for gone"]);
});

function missing(lock: Packages): readonly string[] {
  return Object.entries(lock).flatMap(([path, { dependencies, optionalDependencies, devDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies, ...(path === "" ? devDependencies : {}) })
      .filter((name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in lock))
      .map((name) => `${path} asks for ${name}`),
  );
}

/** Where Node looks for a package from here: beside this package, then beside each one it lies in. */
function foldersAbove(path: string): readonly string[] {
  if (path === "") return [""];
  const parent = path.lastIndexOf("/node_modules/");
  return [`${path}/`, ...foldersAbove(parent < 0 ? "" : path.slice(0, parent))];
}
