/** The state of a batch, in a word or two. */
import { Badge, type BadgeProps } from "@fluentui/react-components";
import type { BatchState } from "../../../shared/order/undo-batch.ts";
import type { BatchSummary } from "../../../shared/wire/batch-history.ts";
import { stateWords } from "./batch-texts.ts";

const colors: Record<BatchState, NonNullable<BadgeProps["color"]>> = {
  done: "success",
  cancelled: "warning",
  "part-undone": "warning",
  undone: "subtle",
};

export function BatchBadge({ batch }: { readonly batch: BatchSummary }) {
  const { state, created } = batch;
  const isEmpty = state === "done" && created === 0;
  return (
    <Badge appearance="tint" color={isEmpty ? "warning" : colors[state]}>
      {isEmpty ? "Nothing created" : stateWords[state]}
    </Badge>
  );
}
