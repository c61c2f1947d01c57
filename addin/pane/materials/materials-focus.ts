/** Where the keyboard goes when the button that was pressed goes away. */

export const addClass = "add-material";

/** To the button that adds a material, which is always there. */
export function focusAdd(pressed: HTMLElement): void {
  pressed.closest(".materials")?.querySelector<HTMLElement>(`.${addClass}`)?.focus();
}
