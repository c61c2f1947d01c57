/** Carries the talk between this page and an add-in page in a frame, by postMessage, as Excel on the web does. */
import type { Conversation } from "../conversation.ts";
import type { StandInHost } from "../stand-in-host.ts";
import { frameName } from "./frame-name.ts";

export interface FrameOptions {
  readonly url: string;
  readonly title: string;
  /** Where the frame is put. */
  readonly container: HTMLElement;
  /** Where the focus goes when it is tabbed out of the frame. */
  readonly leave: (backward: boolean) => void;
}

export interface ConnectedFrame {
  readonly frame: HTMLIFrameElement;
  close(): void;
}

export function connectFrame(
  host: StandInHost,
  { url, title, container, leave }: FrameOptions,
): ConnectedFrame {
  rememberConsent(window.location);
  const id = `workbench-${crypto.randomUUID()}`;
  const frame = document.createElement("iframe");
  frame.title = title;
  // office.js reads its host from the frame's name once, at load: it must stand there before the frame is inserted.
  frame.name = frameName(id, window.location.origin);
  frame.src = url;
  const send = (text: string): void =>
    frame.contentWindow?.postMessage(text, new URL(url, window.location.href).origin);
  const conversation: Conversation = host.converse({ id, origin: window.location.origin, send, leave });
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.source === frame.contentWindow && typeof event.data === "string")
      conversation.receive(event.data);
  };
  window.addEventListener("message", listen);
  container.append(frame);
  return {
    frame,
    close: () => {
      window.removeEventListener("message", listen);
      host.end(conversation);
      frame.remove();
    },
  };
}

/**
 * office.js asks before it talks to a host without https, and keeps the answer in this place of its own. The
 * workbench is such a host, on the person's own machine: opening it is the consent, recorded for this name alone.
 */
function rememberConsent({ protocol, hostname }: Location): void {
  const isOwnMachine = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol === "http:" && isOwnMachine)
    localStorage.setItem(`OfficeJSTrustKeyV2_http_${hostname}`, JSON.stringify({ Result: 1 }));
}
