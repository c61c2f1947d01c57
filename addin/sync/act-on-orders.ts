/** Changes the state of orders, and says in a sentence what went wrong; null when nothing did. */
import type { ActionRequest, ServiceClient } from "./clients/service-client.ts";

export async function actOnOrders(client: ServiceClient, change: ActionRequest): Promise<string | null> {
  const asked = await client.act(change);
  if (asked.kind === "unreachable") return "The service cannot be reached. Nothing was changed.";
  if (asked.kind === "refused") return asked.problem.detail;
  const refused = asked.answer.results.find((result) => result.outcome === "refused");
  return refused === undefined ? null : `${refused.number}: ${refused.message}`;
}
