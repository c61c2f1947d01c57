/** Of many orders, those whose demand says something else by now. */
import { parseMoNumber } from "../../../shared/row/mo-number.ts";
import { decimalText } from "../../../shared/quantity/decimal.ts";
import type { DemandDrift } from "../../../shared/wire/drift.ts";
import { changesBeside, driftsAmong, type Drift } from "../../store/demand/drift-store.ts";
import type { Ports } from "../ports.ts";
import { ordersThatEnd } from "./what-ends.ts";

export function readDrifts(ports: Ports, texts: readonly string[]): Promise<readonly DemandDrift[]> {
  const numbers = texts.flatMap((text) => parseMoNumber(text) ?? []);
  return ports.database.read(async (transaction) => {
    const drifts = await driftsAmong(transaction, numbers);
    const ending = await ordersThatEnd(transaction, drifts);
    return drifts.map((drift) => ({ ...told(drift), ...(ending.has(drift.orderId) && { cancels: true }) }));
  });
}

function told({ number, link, document, line, status, unit, ...drift }: Drift): DemandDrift {
  const { was, is, wasNeeded, isNeeded } = drift;
  const whose = { number, link, document, line, status, unit };
  return {
    ...whose,
    was: decimalText(was),
    is: decimalText(is),
    wasNeeded,
    isNeeded,
    ...changesBeside(drift),
  };
}
