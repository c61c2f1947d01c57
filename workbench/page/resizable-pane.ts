/** The line between sheet and pane: dragged by the mouse, moved by the arrow keys. */

const NARROWEST = 320;
const WIDEST = 640;
const STEP = 20;

export function resizablePane(divider: HTMLElement, pane: HTMLElement): void {
  const setWidth = (width: number): void => {
    const clipped = Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
    pane.style.width = `${String(clipped)}px`;
    divider.ariaValueNow = String(clipped);
  };
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    // The frame would swallow the pointer while it is dragged over.
    pane.classList.add("is-resizing");
  });
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) setWidth(window.innerWidth - event.clientX);
  });
  divider.addEventListener("pointerup", () => pane.classList.remove("is-resizing"));
  divider.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") setWidth(pane.clientWidth + STEP);
    if (event.key === "ArrowRight") setWidth(pane.clientWidth - STEP);
  });
}
