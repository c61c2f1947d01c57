/** The few browser objects that office.js touches while it starts, each doing as little as it can get away with. */

export interface ScriptElement {
  src: string;
  onload?: () => void;
  onerror?: () => void;
}

export interface WindowOptions {
  /** The folder office.js believes it was loaded from. */
  readonly base: string;
  readonly name: string;
  readonly parent: object;
  readonly inbox: Set<(event: { data: string; origin: string; source: unknown }) => void>;
  readonly load: (script: ScriptElement) => void;
}

export function minimalWindow({ base, name, parent, inbox, load }: WindowOptions): Record<string, unknown> {
  const nothing = (): void => undefined;
  const window: Record<string, unknown> = {
    name,
    parent,
    top: parent,
    opener: null,
    external: {},
    history: {},
    document: minimalDocument(base, load),
    navigator: { userAgent: "Mozilla/5.0 Chrome/150.0", language: "en-US" },
    crypto,
    performance,
    console,
    URL,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    sessionStorage: memoryStorage(),
    localStorage: memoryStorage(),
    focus: nothing,
    postMessage: nothing,
    location: minimalLocation(new URL("/addin/taskpane.html", base)),
    addEventListener: (
      type: string,
      hear: (event: { data: string; origin: string; source: unknown }) => void,
    ) => {
      if (type === "message") inbox.add(hear);
    },
    removeEventListener: nothing,
  };
  window.window = window;
  window.self = window;
  return window;
}

function minimalLocation({ href, origin, host, hostname, protocol, pathname }: URL): object {
  return { href, origin, host, hostname, protocol, pathname, hash: "", search: "", replace: () => undefined };
}

function minimalDocument(base: string, load: (script: ScriptElement) => void): object {
  const nothing = (): void => undefined;
  const officeScript = { src: `${base}office.js`, getAttribute: () => null };
  const head = { appendChild: load };
  const element = (): object => ({
    style: {},
    setAttribute: nothing,
    getAttribute: () => null,
    appendChild: nothing,
    addEventListener: nothing,
  });
  return {
    domain: new URL(base).hostname,
    readyState: "complete",
    cookie: "",
    head,
    body: element(),
    documentElement: element(),
    hasFocus: () => true,
    createElement: element,
    getElementById: () => null,
    querySelectorAll: () => [],
    getElementsByTagName: (tag: string) => (tag === "script" ? [officeScript] : tag === "head" ? [head] : []),
    addEventListener: nothing,
    removeEventListener: nothing,
  };
}

function memoryStorage(): object {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}
