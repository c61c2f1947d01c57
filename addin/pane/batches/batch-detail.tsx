/** One batch: what became of each of its rows, and taking it back. */
import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef } from "react";
import type { BatchLine, BatchSummary } from "../../../shared/wire/batch-history.ts";
import type { OpenedBatch } from "../../sync/batch-state.ts";
import { BatchBadge } from "./batch-badge.tsx";
import { BatchLineView } from "./batch-line.tsx";
import { batchButtonId } from "./batch-list.tsx";
import { Facts } from "../parts/facts.tsx";
import { instantWords } from "../parts/date-words.ts";
import { countsOf } from "./batch-texts.ts";
import { ClearCells } from "./clear-cells.tsx";
import { useHistory } from "./history-context.ts";
import { SkeletonRows } from "../parts/skeleton-rows.tsx";
import { UndoBatch } from "./undo-batch.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

export function BatchDetail({ opened }: { readonly opened: OpenedBatch }) {
  const history = useHistory();
  const { summary, lines, rest } = opened;
  const firstRows = useMemo(() => firstRowsOf(lines), [lines]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    return () => focusLater(batchButtonId(summary.number));
  }, [summary.number]);
  return (
    <>
      <div>
        <Button appearance="subtle" size="small" icon={<ArrowLeft16Regular />} onClick={() => history.back()}>
          All batches
        </Button>
      </div>
      <section className="batch-head">
        <div className="batch-line">
          <h2 ref={heading} tabIndex={-1}>
            {summary.number}
          </h2>
          <BatchBadge batch={summary} />
        </div>
        <BatchFacts summary={summary} />
        <div className="batch-actions">
          <UndoBatch number={summary.number} state={summary.state} isPossible={summary.unfinished > 0} />
          {summary.cancelled > 0 ? <ClearCells batch={summary.number} /> : null}
        </div>
      </section>
      <VirtualList
        label={`Rows of batch ${summary.number}`}
        entries={lines}
        estimate={48}
        keyOf={({ row }) => String(row)}
        render={(line) => <BatchLineView line={line} firstRow={firstRows.get(numberOf(line)) ?? line.row} />}
      />
      <RestOfRows rest={rest} />
    </>
  );
}

/** By MO: the first of its rows. Rows that were merged share one MO, whose quantity is told once. */
function firstRowsOf(lines: readonly BatchLine[]): ReadonlyMap<string, number> {
  return new Map(lines.toReversed().map((line) => [numberOf(line), line.row]));
}

/** Refused rows have none. */
function numberOf(line: BatchLine): string {
  return line.outcome === "created" ? line.order.number : "";
}

function RestOfRows({ rest }: Pick<OpenedBatch, "rest">) {
  if (rest.kind === "none") return null;
  if (rest.kind === "loading") return <SkeletonRows label="Loading the rows of the batch" />;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{`Not all rows could be loaded. ${rest.why}`}</MessageBarBody>
    </MessageBar>
  );
}

function BatchFacts({ summary }: { readonly summary: BatchSummary }) {
  const { source, actor, createdAt, undone } = summary;
  const sheet = source.sheet === "" ? "" : `from ${source.sheet}`;
  return (
    <>
      <p>{countsOf(summary).join(" · ")}</p>
      <p>
        <Facts list={[`Created by ${actor}`, sheet, instantWords(createdAt)].filter((fact) => fact !== "")} />
      </p>
      {undone === null ? null : (
        <p className="quiet">
          {`Undone by ${undone.actor}, ${instantWords(undone.at)}${undone.reason === "" ? "" : `: ${undone.reason}`}`}
        </p>
      )}
    </>
  );
}

/** The list is there again after this view is gone. */
function focusLater(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
