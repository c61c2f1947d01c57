import { expect, test } from "vitest";
import { addinId, manifestPlace, nextStep } from "./manifest-place.mjs";

const id = "6f0b7c52-4c1d-4e0a-9a53-8d3c1b7e2f94";
const facts = { home: "/Users/ana", manifest: "/code/dist/manifest.xml", id };

test("on Windows the manifest is named in the registry of this user, and the same value is taken back", () => {
  const place = manifestPlace({ ...facts, platform: "win32", manifest: "C:\\code\\dist\\manifest.xml" });
  if (place.kind !== "registry") throw new Error(`Windows got ${place.kind}`);
  const key = "HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\WEF\\Developer";
  expect(place.add.join(" ")).toBe(`add ${key} /v ${id} /t REG_SZ /d C:\\code\\dist\\manifest.xml /f`);
  expect(place.remove.join(" ")).toBe(`delete ${key} /v ${id} /f`);
});

test("on macOS the manifest is copied into Excel's own folder", () => {
  expect(manifestPlace({ ...facts, platform: "darwin" })).toEqual({
    kind: "file",
    path: "/Users/ana/Library/Containers/com.microsoft.Excel/Data/Documents/wef/mo-planner.manifest.xml",
  });
});

test("elsewhere the person uploads it in Excel on the web, and is told which file", () => {
  const { kind } = manifestPlace({ ...facts, platform: "linux" });
  expect(nextStep({ kind, manifest: facts.manifest })).toMatch(
    /Upload My Add-in[^]*\/code\/dist\/manifest\.xml/,
  );
});

test("the id is read from the manifest, and a manifest without one is refused", () => {
  expect(addinId(`<OfficeApp><Id>${id}</Id></OfficeApp>`)).toBe(id);
  expect(() => addinId("<OfficeApp/>")).toThrow("no <Id>");
});
