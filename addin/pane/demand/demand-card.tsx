/** MOs of the workbook whose demand has changed: old and new, and the button that takes it over, or cancels. */
import { Badge, Button, Spinner } from "@fluentui/react-components";
import { Fragment, useEffect, useRef } from "react";
import { driftParts, driftTitle } from "../../../shared/sheet/drift-text.ts";
import type { DemandDrift } from "../../../shared/wire/drift.ts";
import { VirtualList } from "../parts/virtual-list.tsx";
import { DynamicBadge } from "../parts/dynamic-badge.tsx";
import { Said } from "../parts/said.tsx";
import { count, mos } from "../texts.ts";
import { CancelAll } from "./cancel-all.tsx";
import { useDemand, useDemandState } from "./demand-context.ts";
import "./demand.css";

/** More than these scroll in a frame of their own: the selection must stay in sight. */
const LONG = 3;

type Apply = (numbers: readonly string[]) => void;

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
  const apply: Apply = (numbers) => {
    isPressed.current = true;
    void demand.apply(numbers);
  };
  return (
    <div className="demand-room" ref={room}>
      {drifts.size > 0 ? <Drifted numbers={[...drifts.keys()]} apply={apply} /> : null}
      <p role="status" className="demand-told" tabIndex={-1}>
        {message === "" ? null : <Said text={message} />}
      </p>
    </div>
  );
}

interface DriftedProps {
  readonly numbers: readonly string[];
  readonly apply: Apply;
}

function Drifted({ numbers, apply }: DriftedProps) {
  const { drifts } = useDemandState();
  return (
    <section className="card demand" aria-label="Demand changed">
      <h2 tabIndex={-1}>{`Demand changed for ${mos(numbers.length)}`}</h2>
      <AllAtOnce numbers={numbers} apply={apply} />
      <VirtualList
        label="MOs whose demand changed"
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

/** What would be cancelled is not taken over with the rest: it is asked about by itself. */
function AllAtOnce({ numbers, apply }: DriftedProps) {
  const { drifts, applying } = useDemandState();
  const cancels = (number: string): boolean => isCancelling(drifts.get(number) ?? []);
  const ending = numbers.filter(cancels);
  const changing = numbers.filter((number) => !cancels(number));
  if (numbers.length < 2) return null;
  return (
    <div className="demand-all">
      {changing.length > 1 ? (
        <Button size="small" disabledFocusable={applying.size > 0} onClick={() => apply(changing)}>
          {`Apply ${count(changing.length, "change", "changes")}`}
        </Button>
      ) : null}
      {ending.length > 1 ? <CancelAll numbers={ending} apply={() => apply(ending)} /> : null}
    </div>
  );
}

function isCancelling(drifts: readonly DemandDrift[]): boolean {
  return drifts.some(({ cancels }) => cancels === true);
}

interface DriftLineProps {
  readonly number: string;
  readonly drifts: readonly DemandDrift[];
  readonly apply: () => void;
}

function DriftLine({ number, drifts, apply }: DriftLineProps) {
  const { applying, refused } = useDemandState();
  const why = refused.get(number);
  const isEnding = isCancelling(drifts);
  return (
    <article className="demand-line">
      <div className="demand-head">
        <span className="demand-number">
          <strong className="code">{number}</strong>
          {drifts[0]?.link === "dynamic" ? <DynamicBadge /> : null}
          {isEnding ? (
            <Badge appearance="tint" size="small" color="danger">
              No longer wanted
            </Badge>
          ) : null}
        </span>
        <Button
          size="small"
          aria-label={isEnding ? `Cancel ${number}` : `Apply to ${number}`}
          disabledFocusable={applying.size > 0}
          icon={applying.has(number) ? <Spinner size="extra-tiny" /> : null}
          onClick={apply}
        >
          {isEnding ? "Cancel MO" : "Apply"}
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
          <Said text={why} />
        </div>
      )}
    </article>
  );
}

function Change({ drift }: { readonly drift: DemandDrift }) {
  const title = driftTitle(drift);
  const parts = driftParts(drift);
  const said = title === "Demand changed" ? parts : [`${title}: ${parts.join(", ")}`];
  return (
    <div>
      {said.map((part, index) => (
        <Fragment key={part}>
          {index === 0 ? null : ", "}
          <span className="phrase">
            <Said text={part} />
          </span>
        </Fragment>
      ))}
    </div>
  );
}
