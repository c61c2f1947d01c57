/** Changes the state of MOs, and says in a sentence what became of it. */
import { sentenceEnd } from "../../shared/row/sentence-end.ts";
import type { ActionResult } from "../../shared/wire/order.ts";
import type { OrderAction } from "../../shared/order/life.ts";
import type { ActionRequest, ServiceClient } from "./clients/service-client.ts";
import { mos } from "./counts.ts";

export interface ActionTold {
  readonly text: string;
  readonly isFault: boolean;
}

const done: Record<OrderAction, string> = {
  release: "released",
  start: "started",
  produce: "produced",
  close: "closed",
  reopen: "reopened",
  cancel: "cancelled",
  hold: "put on hold",
  resume: "resumed",
};

export async function actOnOrders(
  client: Pick<ServiceClient, "act">,
  change: ActionRequest,
): Promise<ActionTold> {
  const asked = await client.act(change);
  if (asked.kind === "unreachable")
    return {
      isFault: true,
      text: "The service cannot be reached. Look at the statuses before you try again.",
    };
  if (asked.kind === "refused") return { isFault: true, text: asked.problem.detail };
  return told(asked.answer.results, done[change.action]);
}

function told(results: readonly ActionResult[], word: string): ActionTold {
  const changed = results.filter((result) => result.outcome === "changed");
  const refused = results.filter((result) => result.outcome === "refused");
  const sentences = [
    changed.length === 0 ? "" : `${mos(changed.length)} ${word}.`,
    owedWords(changed),
    ...refused.map(({ number, message }) => `${number}: ${sentenceEnd(message)}`),
  ];
  return { isFault: refused.length > 0, text: sentences.filter((sentence) => sentence !== "").join(" ") };
}

/** What no location held was taken all the same. */
function owedWords(changed: readonly Extract<ActionResult, { outcome: "changed" }>[]): string {
  const owed = changed.flatMap((result) => result.owed);
  const list = owed.map(({ item, store, quantity, unit }) => `${quantity} ${unit} ${item} in ${store}`);
  return list.length === 0 ? "" : `More was taken than was in stock: ${list.join(", ")}.`;
}
