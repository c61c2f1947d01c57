/** Small choices of the person at the workbench, kept in this browser. Where it keeps nothing, they last as long as the page. */
const PREFIX = "workbench.";

export type ChoiceName = "pane-width" | "theme" | "tools" | "hint";

export function readChoice(name: ChoiceName): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function rememberChoice(name: ChoiceName, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Full or forbidden: the choice is made again next time.
  }
}
