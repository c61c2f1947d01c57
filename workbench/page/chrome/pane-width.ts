/** The line between sheet and pane: dragged, or moved with the arrow keys. Remembered for the next visit. */
import { byId } from "../element.ts";
import { readChoice, rememberChoice } from "./choices.ts";

const [NARROWEST, USUAL, WIDEST, STEP] = [320, 380, 640, 20];

export function resizablePane(): void {
  const divider = byId("divider", HTMLElement);
  const pane = byId("pane", HTMLElement);
  const setWidth = (wanted: number): void => {
    const width = Math.min(WIDEST, Math.max(NARROWEST, Math.round(wanted)));
    document.documentElement.style.setProperty("--pane-width", `${String(width)}px`);
    divider.ariaValueNow = String(width);
    rememberChoice("pane-width", String(width));
  };
  divider.ariaValueMin = String(NARROWEST);
  divider.ariaValueMax = String(WIDEST);
  setWidth(Number(readChoice("pane-width") ?? USUAL) || USUAL);

  // The pointer is held by the divider, so the pane's frame cannot take it away while it is dragged over.
  divider.addEventListener("pointerdown", (event) => divider.setPointerCapture(event.pointerId));
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId))
      setWidth(pane.getBoundingClientRect().right - event.clientX);
  });
  divider.addEventListener("dblclick", () => setWidth(USUAL));
  divider.addEventListener("keydown", (event) => {
    const width = pane.getBoundingClientRect().width;
    const wanted: Readonly<Record<string, number>> = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: NARROWEST,
      End: WIDEST,
    };
    const next = wanted[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setWidth(next);
  });
}
