/** Light, dark, high contrast, or as the system says. The frame takes its colour scheme from here, and the pane follows it. */
import { byId } from "../element.ts";
import { readChoice, rememberChoice } from "./choices.ts";

const THEMES = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

export function themeChoice(): void {
  const select = byId("theme", HTMLSelectElement);
  const set = (theme: Theme): void => {
    document.documentElement.dataset.theme = theme;
    select.value = theme;
    rememberChoice("theme", theme);
  };
  set(themeOf(readChoice("theme")));
  select.addEventListener("change", () => set(themeOf(select.value)));
}

function themeOf(name: string | null): Theme {
  return THEMES.find((theme) => theme === name) ?? "system";
}
