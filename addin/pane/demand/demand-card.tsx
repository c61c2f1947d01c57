/** Orders of the workbook whose demand has changed: old and new, and the button that takes it over. */
import { Badge, Button, Spinner } from "@fluentui/react-components";
import { Fragment, useEffect, useRef } from "react";
import { driftParts, driftTitle } from "../../../shared/sheet/drift-text.ts";
import type { DemandDrift } from "../../../shared/wire/drift.ts";
import { useDemand, useDemandState } from "./demand-context.ts";
import { count } from "../texts.ts";
import { VirtualList } from "../parts/virtual-list.tsx";
import "./demand.css";

/** More than these scroll in a frame of their own: the selection must stay in sight. */
const LONG = 3;

export function DemandCard() {
  const { drifts, message } = useDemandState();
  const demand = useDemand();
  const room = useRef<HTMLDivElement>(null);
  const isPressed = useRef(false);
  // The button that was pressed goes with its line: the keyboard lands on what is left.
  useEffect(() => {
    if (!isPressed.current || document.activeElement !== document.body) return;
    isPressed.current = false;
    room.current?.querySelector<HTMLElement>("h2, p")?.focus();
  }, [drifts]);
  const apply = (numbers: readonly string[]): void => {
    isPressed.current = true;
    void demand.apply(numbers);
  };
  return (
    <div className="demand-room" ref={room}>
      {drifts.size > 0 ? <Drifted numbers={[...drifts.keys()]} apply={apply} /> : null}
      <p role="status" className="demand-told" tabIndex={-1}>
        {message}
      </p>
    </div>
  );
}

interface DriftedProps {
  readonly numbers: readonly string[];
  readonly apply: (numbers: readonly string[]) => void;
}

function Drifted({ numbers, apply }: DriftedProps) {
  const { drifts, applying } = useDemandState();
  return (
    <section className="card demand" aria-label="Demand changed">
      <div className="demand-head">
        <h2 tabIndex={-1}>{`Demand changed for ${count(numbers.length, "order", "orders")}`}</h2>
        {numbers.length > 1 ? (
          <Button size="small" disabledFocusable={applying.size > 0} onClick={() => apply(numbers)}>
            {`Apply all ${String(numbers.length)}`}
          </Button>
        ) : null}
      </div>
      <VirtualList
        label="Orders whose demand changed"
        entries={numbers}
        estimate={64}
        long={LONG}
        keyOf={(number) => number}
        render={(number) => (
          <DriftLine number={number} drifts={drifts.get(number) ?? []} apply={() => apply([number])} />
        )}
      />
    </section>
  );
}

interface DriftLineProps {
  readonly number: string;
  readonly drifts: readonly DemandDrift[];
  readonly apply: () => void;
}

function DriftLine({ number, drifts, apply }: DriftLineProps) {
  const { applying, refused } = useDemandState();
  const why = refused.get(number);
  return (
    <article className="demand-line">
      <div className="demand-head">
        <span className="demand-number">
          <strong>{number}</strong>
          {drifts[0]?.link === "dynamic" ? (
            <Badge appearance="tint" size="small" color="informative">
              Dynamic
            </Badge>
          ) : null}
        </span>
        <Button
          size="small"
          aria-label={`Apply to ${number}`}
          disabledFocusable={applying.size > 0}
          icon={applying.has(number) ? <Spinner size="extra-tiny" /> : null}
          onClick={apply}
        >
          Apply
        </Button>
      </div>
      {drifts.map((drift) => (
        <div key={`${drift.document} ${drift.line}`}>
          <Change drift={drift} />
          <div className="quiet">{`${drift.document} line ${drift.line}`}</div>
        </div>
      ))}
      {why === undefined ? null : (
        <div role="alert" className="demand-refused">
          {why}
        </div>
      )}
    </article>
  );
}

/** What is over is worth a word of its own: applying it cancels the order. */
function Change({ drift }: { readonly drift: DemandDrift }) {
  const title = driftTitle(drift);
  const parts = driftParts(drift);
  const said = title === "Demand changed" ? parts : [`${title}: ${parts.join(", ")}`];
  return (
    <div>
      {said.map((part, index) => (
        <Fragment key={part}>
          {index === 0 ? null : ", "}
          <span className="phrase">{part}</span>
        </Fragment>
      ))}
    </div>
  );
}
