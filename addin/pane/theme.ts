/** Light, dark or high contrast: what Office says first, then the system, unless the planner chose (R66). */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

export type ThemeChoice = "auto" | "light" | "dark";

const NAME = "mo-planner.theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const forced = window.matchMedia("(forced-colors: active)");
const listeners = new Set<() => void>();

export function chosenTheme(): ThemeChoice {
  const stored = readStored();
  return stored === "light" || stored === "dark" ? stored : "auto";
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(NAME, choice);
  } catch {
    // Without storage the choice lasts as long as the pane.
  }
  for (const listener of listeners) listener();
}

/** `officeBackground`: the pane's background as Office gives it, or null when it says nothing. */
export function useTheme(officeBackground: string | null): Theme {
  return useSyncExternalStore(subscribe, () => {
    if (forced.matches) return teamsHighContrastTheme;
    const choice = chosenTheme();
    const isDark = choice === "auto" ? (isDarkColor(officeBackground) ?? dark.matches) : choice === "dark";
    return isDark ? webDarkTheme : webLightTheme;
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  for (const query of [dark, forced]) query.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    for (const query of [dark, forced]) query.removeEventListener("change", listener);
  };
}

function isDarkColor(color: string | null): boolean | null {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color ?? "");
  if (parts === null) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

function readStored(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}
