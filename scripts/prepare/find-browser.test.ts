import { expect, test } from "vitest";
import { findBrowser } from "./find-browser.mjs";

type Environment = Readonly<Record<string, string>>;

function machine(platform: string, environment: Environment, files: readonly string[]) {
  return { platform, environment, exists: (path: string) => files.includes(path) };
}

test("the browser that the setting names comes first", () => {
  const linux = machine("linux", { PATH: "/usr/bin", MO_PLANNER_CHROMIUM: "/opt/mine" }, [
    "/usr/bin/chromium",
    "/opt/mine",
  ]);
  expect(findBrowser(linux)).toBe("/opt/mine");
});

test("a setting that names no file is refused, never replaced by another browser", () => {
  const linux = machine("linux", { PATH: "/usr/bin", MO_PLANNER_CHROMIUM: "/opt/gone" }, [
    "/usr/bin/chromium",
  ]);
  expect(() => findBrowser(linux)).toThrow("/opt/gone");
});

test("on Linux a browser on the path is found", () => {
  const linux = machine("linux", { PATH: "/usr/local/bin:/usr/bin" }, ["/usr/bin/google-chrome"]);
  expect(findBrowser(linux)).toBe("/usr/bin/google-chrome");
});

test("on macOS an installed app is found, also in the home folder", () => {
  const chrome = "/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  expect(findBrowser(machine("darwin", { PATH: "/usr/bin", HOME: "/Users/ana" }, [chrome]))).toBe(chrome);
});

test("on Windows the Edge that comes with it is found", () => {
  const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
  const environment = { Path: "C:\\Windows", "PROGRAMFILES(X86)": "C:\\Program Files (x86)" };
  expect(findBrowser(machine("win32", environment, [edge]))).toBe(edge);
});

test("a machine without a browser has none", () => {
  expect(findBrowser(machine("linux", { PATH: "/usr/bin" }, []))).toBeNull();
});
