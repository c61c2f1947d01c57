/** Raw materials and steps of an order, planned or made. */
import type { WirePlannedOrder } from "../../shared/wire/plan.ts";

type OrderPartsProps = Pick<WirePlannedOrder, "materials" | "operations">;

export function OrderParts({ materials, operations }: OrderPartsProps) {
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
              <td>{[description, instruction].filter((text) => text !== "").join(" — ")}</td>
              <td className="number">{`${quantity} ${unit}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {operations.length > 0 ? (
        <table>
          <caption>Steps</caption>
          <tbody>
            {operations.map(({ position, workCenter, setupMinutes, runMinutes, instruction }) => (
              <tr key={position}>
                <th scope="row">{`${position} ${workCenter}`}</th>
                <td>{instruction}</td>
                <td className="number">{`${setupMinutes} + ${runMinutes} min each`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
