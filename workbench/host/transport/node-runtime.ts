/**
 * Microsoft's whole, unmodified office.js in Node, for tests: it runs in a context of its own whose few browser
 * objects are just enough for it to start, with the stand-in host as the frame around it.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createContext, Script, type Context } from "node:vm";
import type { Conversation } from "../conversation.ts";
import type { StandInHost } from "../stand-in-host.ts";
import { frameName } from "./frame-name.ts";
import { minimalWindow, type ScriptElement } from "./minimal-window.ts";

const OFFICE_FILES = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);
const ORIGIN = "https://workbench.test";
const BASE = `${ORIGIN}/office-js/`;
let conversations = 0;

export interface OfficeRuntime {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  close(): void;
}

/** Resolves when Office.onReady does. */
export async function loadOffice(host: StandInHost): Promise<OfficeRuntime> {
  conversations += 1;
  const id = `test-${String(conversations)}`;
  const inbox = new Set<(event: { data: string; origin: string; source: unknown }) => void>();
  const parent = { postMessage: (text: string) => void setTimeout(() => conversation.receive(text), 0) };
  const send = (data: string): void => {
    setTimeout(() => {
      for (const hear of inbox) hear({ data, origin: ORIGIN, source: parent });
    }, 0);
  };
  const conversation: Conversation = host.converse({ id, origin: ORIGIN, send });
  const window = minimalWindow({
    base: BASE,
    name: frameName(id, ORIGIN),
    parent,
    inbox,
    load: (script) => loadScript(context, script),
  });
  const context = createContext(window);
  runFile(context, "office.js");
  const runtime = readRuntime(context);
  await runtime.Office.onReady();
  return { ...runtime, close: () => host.end(conversation) };
}

/** Compiled once for all runtimes of a process: office.js is large. */
const compiled = new Map<string, Script>();

function runFile(context: Context, name: string): void {
  const path = join(OFFICE_FILES, name);
  const script = compiled.get(name) ?? new Script(readFileSync(path, "utf8"), { filename: path });
  compiled.set(name, script);
  script.runInContext(context);
}

function loadScript(context: Context, script: ScriptElement): void {
  const name = script.src.replace(BASE, "").toLowerCase();
  setTimeout(() => {
    if (!existsSync(join(OFFICE_FILES, name))) {
      script.onerror?.();
      return;
    }
    runFile(context, name);
    script.onload?.();
  }, 0);
}

type Globals = Pick<OfficeRuntime, "Office" | "Excel" | "OfficeExtension">;

function readRuntime(context: Context): Globals {
  if (!hasGlobals(context)) throw new Error("office.js did not define its globals");
  return {
    Office: context.Office,
    get Excel() {
      return context.Excel;
    },
    get OfficeExtension() {
      return context.OfficeExtension;
    },
  };
}

function hasGlobals(context: Context): context is Context & Globals {
  return "Office" in context;
}
