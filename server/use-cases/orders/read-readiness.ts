/** Whether open orders could be made, as stock and everything on its way stand now; the earlier need is served first. */
import { shareOut, type Shares } from "../../../shared/planning/availability.ts";
import { readinessOf, shortagesOf, type MaterialSupply } from "../../../shared/planning/readiness.ts";
import { knownDate } from "../../../shared/quantity/calendar-date.ts";
import {
  decimal,
  decimalText,
  isAboveZero,
  subtract,
  type Decimal,
} from "../../../shared/quantity/decimal.ts";
import { ratioOf } from "../../../shared/quantity/ratio.ts";
import { supplyKey } from "../../../shared/validation/facts.ts";
import type { OrderReadiness } from "../../../shared/wire/readiness.ts";
import { loadConversions } from "../../store/facts/conversion-facts.ts";
import { loadPlainItems } from "../../store/facts/item-facts.ts";
import { loadSupply } from "../../store/facts/supply-facts.ts";
import { pushTo } from "../../store/facts/push-to.ts";
import {
  materialsOfOrders,
  openOrdersByNumber,
  type OpenMaterial,
  type OpenOrder,
} from "../../store/orders/open-order-materials.ts";
import type { Ports } from "../ports.ts";

interface NeededNow {
  readonly position: number;
  readonly item: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly line: { readonly per: ReturnType<typeof ratioOf>; readonly isFixed: boolean };
}

/** Orders that are unknown or no longer open are not in the answer. */
export async function readReadiness(
  ports: Ports,
  numbers: readonly string[],
): Promise<readonly OrderReadiness[]> {
  const { orders, materials, supply } = await ports.database.read(async (transaction) => {
    const found = await openOrdersByNumber(transaction, [...new Set(numbers)]);
    const needed = await materialsOfOrders(
      transaction,
      found.map((order) => order.id),
    );
    const items = await loadPlainItems(transaction, [...new Set(needed.map((one) => one.itemId))]);
    const conversions = await loadConversions(transaction);
    const wanted = { ids: items.map(({ id }) => id), items: new Map(items.map((item) => [item.id, item])) };
    return {
      orders: found,
      materials: needed,
      supply: await loadSupply(transaction, { ...wanted, conversions }, "by-order"),
    };
  });
  const shares = new Map<number, Shares>();
  const sharesOf = (key: number): Shares | undefined => {
    const facts = supply.get(key);
    if (facts !== undefined && !shares.has(key))
      shares.set(key, shareOut(facts, ports.clock.today(), ports.conventions));
    return shares.get(key);
  };
  const byOrder = new Map<number, OpenMaterial[]>();
  for (const material of materials) pushTo(byOrder, material.orderId, material);
  return orders.map((order) => {
    const supplies = suppliesOf(order, byOrder.get(order.id) ?? [], sharesOf);
    return toReadiness(ports, order, supplies);
  });
}

type SharesOf = (key: number) => Shares | undefined;

/** A component on several lines has a share for each, in the lines' order. */
function suppliesOf(
  order: OpenOrder,
  materials: readonly OpenMaterial[],
  sharesOf: SharesOf,
): readonly MaterialSupply<NeededNow>[] {
  const used = new Map<number, number>();
  return materials.flatMap((one) => {
    const quantity = subtract(decimal(one.quantity), decimal(one.issued));
    if (!isAboveZero(quantity) || one.unit !== one.stockUnit) return [];
    const index = used.get(one.itemId) ?? 0;
    used.set(one.itemId, index + 1);
    const share = sharesOf(supplyKey(one.itemId, order.storeId))?.get(order.number)?.[index];
    const line = { per: ratioOf(decimal(one.quantityPer)), isFixed: one.isFixed === 1 };
    const { position, item, unit } = one;
    return [
      {
        material: { position, item, unit, quantity, line },
        taken: share ?? { pieces: [], missing: quantity },
      },
    ];
  });
}

function toReadiness(
  { clock }: Ports,
  order: OpenOrder,
  supplies: readonly MaterialSupply<NeededNow>[],
): OrderReadiness {
  const quantity = subtract(decimal(order.quantity), decimal(order.produced));
  const scheduleDate = knownDate(order.scheduleDate);
  const toMake = { quantity, decimals: order.decimals, scheduleDate, today: clock.today() };
  const readiness = readinessOf(toMake, supplies);
  return {
    number: order.number,
    state: readiness.state,
    canMakeNow: decimalText(readiness.canMakeNow),
    shortages: shortagesOf(readiness).map(({ material, quantity: short, coveredOn }) => ({
      position: material.position,
      item: material.item,
      quantity: decimalText(short),
      unit: material.unit,
      coveredOn,
    })),
  };
}
