/** An order that covers more or less than it did: which of its lines gain, and which lose. */
import {
  add,
  isAboveZero,
  smaller,
  subtract,
  sum,
  ZERO,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { lackOf } from "../../../shared/validation/line-balance.ts";
import type { Transaction } from "../open-database.ts";
import { coverageOf, dividedShares, sharesOf, writeShares } from "./coverage-store.ts";
import { sharesOfOrder } from "./order-shares.ts";

/**
 * The shares of an order that covers more or less now. With less, the last demand lines lose first and are still named;
 * with more, lines get back what they lack, and what nobody lacks is the last line's: it is covered over, and an increase
 * of it is met by that.
 */
export async function fitShares(transaction: Transaction, orderId: number, covers: Decimal): Promise<void> {
  const before = await sharesOf(transaction, orderId);
  const [cut = []] = dividedShares(before, [covers]);
  const kept = new Map(cut.map((share) => [share.demandLineId, share.quantity]));
  const ids = before.map((share) => share.demandLineId);
  const lines = await coverageOf(transaction, ids);
  const open = (await sharesOfOrder(transaction, orderId)).filter(({ isLive }) => isLive);
  const openIds = open.map(({ lineId }) => lineId);
  const last = openIds.at(-1) ?? ids.at(-1);
  let room = subtract(covers, sum(kept.values()));
  const filled = before.map((whole) => {
    const { demandLineId, quantity: had } = whole;
    const share = kept.get(demandLineId) ?? ZERO;
    const line = openIds.includes(demandLineId) ? lines.get(demandLineId) : undefined;
    const lack = line === undefined ? ZERO : add(lackOf(line), subtract(had, share));
    const more = isAboveZero(lack) ? smaller(lack, room) : ZERO;
    room = subtract(room, more);
    return { ...whole, quantity: add(share, more) };
  });
  const shares = filled.map((share) =>
    share.demandLineId === last ? { ...share, quantity: add(share.quantity, room) } : share,
  );
  await writeShares(transaction, orderId, shares);
}
