import { expect, test } from "vitest";
import { LOCAL_BASE_URL, manifestFor, readBaseUrl } from "./base-url.mjs";

test("without a setting the manifest is for this machine", () => {
  expect(readBaseUrl(undefined)).toBe(LOCAL_BASE_URL);
  expect(readBaseUrl("")).toBe(LOCAL_BASE_URL);
});

test.each([
  ["https://planner.example.com", "https://planner.example.com"],
  ["https://planner.example.com/", "https://planner.example.com"],
  ["https://Planner.Example.com:8443", "https://planner.example.com:8443"],
])("%s is taken", (setting, origin) => {
  expect(readBaseUrl(setting)).toBe(origin);
});

test.each([
  "http://planner.example.com",
  "planner.example.com",
  "https://planner.example.com/mo",
  "https://planner.example.com?x=1",
  "https://ana:secret@planner.example.com",
  "https://planner.example.com:443/#top",
])("%s is refused, because Excel or the pane could not use it", (setting) => {
  expect(() => readBaseUrl(setting)).toThrow("https address without a path");
});

test("every address of the manifest follows the setting", () => {
  const manifest = `<A href="${LOCAL_BASE_URL}/a"/><B href="${LOCAL_BASE_URL}/b"/>`;
  expect(manifestFor(manifest, "https://x.example")).toBe(
    `<A href="https://x.example/a"/><B href="https://x.example/b"/>`,
  );
});
