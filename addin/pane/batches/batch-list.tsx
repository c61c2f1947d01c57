/** Batches newest first; each opens to its rows. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { BatchSummary } from "../../../shared/wire/batch-history.ts";
import { NO_FILTER, type Listing } from "../../sync/batch-state.ts";
import { BatchBadge } from "./batch-badge.tsx";
import { Facts } from "../parts/facts.tsx";
import { instantWords } from "../parts/date-words.ts";
import { countsOf } from "./batch-texts.ts";
import { useHistory, useHistoryState } from "./history-context.ts";
import { SkeletonRows } from "../parts/skeleton-rows.tsx";
import { VirtualList } from "../parts/virtual-list.tsx";

export function BatchList() {
  const { listing } = useHistoryState();
  switch (listing.kind) {
    case "loading":
      return <SkeletonRows label="Loading the batches" />;
    case "unlisted":
      return <OfflineNote text={`The batches cannot be shown. ${listing.why}`} />;
    case "listed":
      return <Listed listing={listing} />;
  }
}

function Listed({ listing }: { readonly listing: Extract<Listing, { kind: "listed" }> }) {
  const history = useHistory();
  const { batches, next, isLoadingMore, behind } = listing;
  return (
    <>
      {behind === null ? null : <OfflineNote text={`This list may be out of date. ${behind}`} />}
      {batches.length === 0 ? <NoBatches /> : null}
      <VirtualList
        label="Batches, newest first"
        entries={batches}
        estimate={74}
        keyOf={({ number }) => number}
        render={(batch) => <BatchButton batch={batch} />}
      />
      {next === null ? null : (
        <Button disabledFocusable={isLoadingMore} onClick={() => void history.more()}>
          {isLoadingMore ? "Loading older batches" : "Older batches"}
        </Button>
      )}
    </>
  );
}

/** Where the keyboard returns to when the batch is closed again. */
export function batchButtonId(number: string): string {
  return `batch-${number}`;
}

function BatchButton({ batch }: { readonly batch: BatchSummary }) {
  const history = useHistory();
  const { number, source, actor, createdAt } = batch;
  const whence = [source.sheet, actor, instantWords(createdAt)].filter((text) => text !== "");
  return (
    <button
      type="button"
      className="batch-button"
      id={batchButtonId(number)}
      onClick={() => void history.open(batch)}
    >
      <span className="batch-line">
        <strong>{number}</strong>
        <BatchBadge batch={batch} />
      </span>
      <span>{countsOf(batch).join(" · ")}</span>
      <Facts list={whence} />
    </button>
  );
}

function NoBatches() {
  const history = useHistory();
  const { search, state, isMine } = useHistoryState().filter;
  const isFiltered = search.trim() !== "" || state !== null || isMine;
  return (
    <section className="empty" aria-live="polite">
      <h2>{isFiltered ? "No matching batches" : "No batches yet"}</h2>
      <p className="quiet">
        {isFiltered
          ? "Nothing that was created matches your filters."
          : "Everything that one press of Create makes is a batch. It is listed here, and can be taken back as long as work has not started."}
      </p>
      {isFiltered ? <Button onClick={() => history.choose(NO_FILTER)}>Show all batches</Button> : null}
    </section>
  );
}

function OfflineNote({ text }: { readonly text: string }) {
  const history = useHistory();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void history.refresh()}>
          Try now
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
