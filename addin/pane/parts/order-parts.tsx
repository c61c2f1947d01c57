/** Raw materials, steps and sub-assembly MOs of an MO that would be created. */
import type { WirePlannedOrder, WireReadiness } from "../../../shared/wire/plan.ts";
import { daysWords, momentsWords } from "./date-words.ts";
import { Said } from "./said.tsx";

export function OrderParts({ order }: { readonly order: WirePlannedOrder }) {
  const { materials, operations, readiness, subOrders } = order;
  return (
    <div className="parts">
      <h3>Raw materials</h3>
      <ul className="part-list">
        {materials.map(({ position, item, description, quantity, unit, instruction }) => (
          <Part
            key={position}
            name={item}
            about={[description, instruction].filter((text) => text !== "").join(" — ")}
            amount={`${quantity} ${unit}`}
            note={shortNote(readiness, position)}
          />
        ))}
      </ul>
      {operations.length > 0 ? <Steps operations={operations} /> : null}
      {subOrders.length > 0 ? <SubOrders subOrders={subOrders} /> : null}
    </div>
  );
}

interface PartProps {
  readonly name: string;
  readonly about: string;
  readonly amount: string;
  readonly note?: string;
}

/** The name has a line of its own, and the amount is never cut: a part of a number is another number. */
function Part({ name, about, amount, note = "" }: PartProps) {
  return (
    <li>
      <strong className="code" title={name}>
        {name}
      </strong>
      <span className="part-about">
        <Said text={about} />
      </span>
      <span className="number" title={amount}>
        {amount}
      </span>
      {note === "" ? null : (
        <span className="short">
          <Said text={note} />
        </span>
      )}
    </li>
  );
}

function shortNote({ shortages }: WireReadiness, position: number): string {
  const short = shortages.find((one) => one.position === position);
  if (short === undefined) return "";
  const until = short.coveredOn === null ? "" : `, there on ${short.coveredOn}`;
  return `${short.quantity} ${short.unit} short${until}`;
}

function Steps({ operations }: Pick<WirePlannedOrder, "operations">) {
  return (
    <>
      <h3>Steps</h3>
      <ul className="part-list">
        {operations.map(({ position, workCenter, begin, end, minutes, instruction }) => (
          <Part
            key={position}
            name={`${position} ${workCenter}`}
            about={[instruction, momentsWords(begin, end)].filter((text) => text !== "").join(" · ")}
            amount={`${minutes.toLocaleString("en-US")} min`}
          />
        ))}
      </ul>
    </>
  );
}

function SubOrders({ subOrders }: Pick<WirePlannedOrder, "subOrders">) {
  return (
    <>
      <h3>Sub-assembly MOs</h3>
      <ul className="part-list">
        {subOrders.map(({ id, item, description, quantity, unit, scheduleDate, dueDate }) => (
          <Part
            key={id}
            name={item}
            about={[description, daysWords(scheduleDate, dueDate)].filter((text) => text !== "").join(" · ")}
            amount={`${quantity} ${unit}`}
          />
        ))}
      </ul>
    </>
  );
}
