/** Raw materials, steps and sub-assembly orders of an order that would be made. */
import type { WirePlannedOrder, WireReadiness } from "../../../shared/wire/plan.ts";

export function OrderParts({ order }: { readonly order: WirePlannedOrder }) {
  const { materials, operations, readiness, subOrders } = order;
  return (
    <div className="parts">
      <table>
        <caption>Raw materials</caption>
        <tbody>
          {materials.map(({ position, item, description, quantity, unit, instruction }) => (
            <tr key={position}>
              <th scope="row" title={description}>
                {item}
              </th>
              <td>
                {[description, instruction].filter((text) => text !== "").join(" — ")}
                <ShortNote readiness={readiness} position={position} />
              </td>
              <td className="number">{`${quantity} ${unit}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {operations.length > 0 ? <Steps operations={operations} /> : null}
      {subOrders.length > 0 ? <SubOrders subOrders={subOrders} /> : null}
    </div>
  );
}

function ShortNote({
  readiness,
  position,
}: {
  readonly readiness: WireReadiness;
  readonly position: number;
}) {
  const short = readiness.shortages.find((one) => one.position === position);
  if (short === undefined) return null;
  const until = short.coveredOn === null ? "" : `, there on ${short.coveredOn}`;
  return <span className="short">{`${short.quantity} ${short.unit} short${until}`}</span>;
}

function Steps({ operations }: Pick<WirePlannedOrder, "operations">) {
  return (
    <table className="steps">
      <caption>Steps</caption>
      <tbody>
        {operations.map(({ position, workCenter, begin, end, minutes, instruction }) => (
          <tr key={position}>
            <th scope="row">{`${position} ${workCenter}`}</th>
            <td>
              {[instruction, `${spaced(begin)} → ${spaced(end)}`].filter((text) => text !== "").join(" · ")}
            </td>
            <td className="number">{`${minutes} min`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SubOrders({ subOrders }: Pick<WirePlannedOrder, "subOrders">) {
  return (
    <table>
      <caption>Sub-assembly orders</caption>
      <tbody>
        {subOrders.map(({ id, item, description, quantity, unit, scheduleDate, dueDate }) => (
          <tr key={id}>
            <th scope="row" title={description}>
              {item}
            </th>
            <td>{`${scheduleDate} → ${dueDate}`}</td>
            <td className="number">{`${quantity} ${unit}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 2027-03-10T09:30 as people write it. */
function spaced(moment: string): string {
  return moment.replace("T", " ");
}
