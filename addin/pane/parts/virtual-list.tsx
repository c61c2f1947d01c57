/** A list of any length of which only what is in sight exists (R64). */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, type ReactNode } from "react";

interface VirtualListProps<Entry> {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly estimate: number;
  readonly keyOf: (entry: Entry) => string;
  readonly render: (entry: Entry) => ReactNode;
  /** Lists longer than this scroll in a frame of their own; shorter ones stand there whole. */
  readonly long?: number;
}

const LONG = 60;

export function VirtualList<Entry>(props: VirtualListProps<Entry>) {
  if (props.entries.length > (props.long ?? LONG)) return <ScrollingList {...props} />;
  return (
    <ul className="list" aria-label={props.label}>
      {props.entries.map((entry) => (
        <li key={props.keyOf(entry)}>{props.render(entry)}</li>
      ))}
    </ul>
  );
}

function ScrollingList<Entry>({ label, entries, estimate, keyOf, render }: VirtualListProps<Entry>) {
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: () => estimate,
    overscan: 8,
  });
  return (
    <div ref={frame} className="list-frame" tabIndex={0} role="group" aria-label={label}>
      <ul className="list" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          return (
            <li
              key={keyOf(entry)}
              data-index={index}
              ref={virtualizer.measureElement}
              className="is-virtual"
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              {render(entry)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
