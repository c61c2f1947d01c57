/** Reads the stream of server-sent events as the pane does. */

export interface EventStream {
  /** What the next message says. */
  readonly told: () => Promise<unknown>;
  readonly leave: () => Promise<void>;
}

export function readStream({ body }: Response): EventStream {
  if (body === null) throw new Error("The stream has no body");
  const reader = body.getReader();
  return {
    told: async () => {
      for (let text = ""; ;) {
        text += new TextDecoder().decode((await reader.read()).value);
        const found = /data: (\{.*\})/.exec(text);
        if (found?.[1] === undefined) continue;
        const message: unknown = JSON.parse(found[1]);
        return message;
      }
    },
    leave: () => reader.cancel(),
  };
}
