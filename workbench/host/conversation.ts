/**
 * The talk between one add-in frame and the host: messages are JSON text, requests are answered by correlation id,
 * events go out under the name they were registered by. Knows no window and no frame; a transport carries it.
 */
import { z } from "zod";
import { appContext } from "./app-context.ts";
import { batchSchema } from "./batch.ts";
import { FAULT } from "./faults.ts";
import type { Json } from "./objects/host-object.ts";
import type { HostCore } from "./host-core.ts";
import { isOnlyHousekeeping } from "./round-trips.ts";

const messageSchema = z.object({
  _messageType: z.number(),
  _actionName: z.string(),
  _conversationId: z.string(),
  _correlationId: z.number(),
  _actionType: z.number().optional(),
  _data: z.json().optional(),
});
type Message = z.infer<typeof messageSchema>;

const REQUEST = 0;
const RESPONSE = 1;
const EVENT_RESPONSE = 1;
const DISPATCH = { richApi: 93, saveSettings: 76, commandCompleted: 94 } as const;

/** The add-in's id, the code of what happened, and its details. */
const noticeSchema = z.tuple([z.string(), z.number()]).rest(z.json());
const NOTICE = { tabExit: 13, tabExitBackward: 14 } as const;

const methodSchema = z.object({ DdaMethod: z.object({ DispatchId: z.number() }) });
const richApiSchema = z.object({
  ArrayData: z.tuple([z.string(), z.string(), z.string(), z.json(), z.string()]).rest(z.json()),
});
const settingsSchema = z.object({
  DdaSettingsMethod: z.object({ Properties: z.array(z.tuple([z.string(), z.string()])) }),
});
/** The command, and 0 when its function ran. */
const completedSchema = z.object({ "0": z.string(), "1": z.number() });

export interface Wire {
  readonly id: string;
  readonly origin: string;
  readonly send: (text: string) => void;
  /** The last or, backward, the first control of the pane was tabbed out of: office.js leaves the rest to its host. */
  readonly leave?: (backward: boolean) => void;
}

export class Conversation {
  /** Whether office.js has registered for ribbon commands, so that one sent now will be heard. */
  isReadyForCommands = false;
  readonly #core: HostCore;
  readonly #wire: Wire;

  constructor(core: HostCore, wire: Wire) {
    this.#core = core;
    this.#wire = wire;
  }

  receive(text: string): void {
    const parsed = messageSchema.safeParse(readJson(text));
    if (
      !parsed.success ||
      parsed.data._conversationId !== this.#wire.id ||
      parsed.data._messageType !== REQUEST
    )
      return;
    const answer = this.#answer(parsed.data);
    if (answer === NO_ANSWER) return;
    this.#send({
      _actionName: parsed.data._actionName,
      _correlationId: parsed.data._correlationId,
      _responseType: 0,
      _data: answer,
    });
    this.#core.afterAnswer();
  }

  /** An event for whoever registered under this name. */
  tell(actionName: string, data: Json): void {
    this.#send({ _actionName: actionName, _correlationId: 0, _responseType: EVENT_RESPONSE, _data: data });
  }

  #send(message: Readonly<Record<string, Json>>): void {
    const envelope = {
      _messageType: RESPONSE,
      _conversationId: this.#wire.id,
      _origin: this.#wire.origin,
      _serializerVersion: 1,
      _errorCode: 0,
    };
    this.#wire.send(JSON.stringify({ ...envelope, ...message }));
  }

  #answer(message: Message): Json | typeof NO_ANSWER {
    if (message._actionName === "ContextActivationManager_getAppContextAsync") return appContext(this.#core);
    if (message._actionName === "executeMethod") return this.#execute(message._data ?? null);
    if (message._actionName === "appCommandInvoked") this.isReadyForCommands = true;
    if (message._actionName === "ContextActivationManager_notifyHost") this.#hear(message._data ?? null);
    return { Error: 0 };
  }

  #hear(data: Json): void {
    const code = noticeSchema.safeParse(data).data?.[1] ?? null;
    if (code === NOTICE.tabExit) this.#wire.leave?.(false);
    if (code === NOTICE.tabExitBackward) this.#wire.leave?.(true);
  }

  #execute(data: Json): Json | typeof NO_ANSWER {
    const method = methodSchema.parse(data).DdaMethod.DispatchId;
    switch (method) {
      case DISPATCH.richApi:
        return this.#runBatch(data);
      case DISPATCH.saveSettings:
        this.#core.saveSettings(settingsSchema.parse(data).DdaSettingsMethod.Properties);
        return { Version: 1, Error: 0 };
      case DISPATCH.commandCompleted: {
        const { 0: id, 1: status } = completedSchema.parse(data);
        this.#core.commandCompleted(id, status);
        return { Version: 1, Error: 0 };
      }
      default:
        return { Version: 1, Error: FAULT.notSupported };
    }
  }

  #runBatch(data: Json): Json | typeof NO_ANSWER {
    const { faults, executor, roundTrips } = this.#core;
    const body = richApiSchema.parse(data).ArrayData[4];
    const batch = batchSchema.parse(JSON.parse(body));
    roundTrips.record(batch, body.length);
    const met = isOnlyHousekeeping(batch) ? null : faults.meet(body.length);
    if (met === "silence") return NO_ANSWER;
    if (met !== null) return { Version: 1, Error: met };
    const answer = JSON.stringify(executor.run(batch));
    if (answer.length > faults.largestAnswer) return { Version: 1, Error: FAULT.answerTooLarge };
    return { Version: 1, Error: 0, Data: [200, ["Content-Type", "application/json"], answer] };
  }
}

const NO_ANSWER = Symbol("no answer");

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
