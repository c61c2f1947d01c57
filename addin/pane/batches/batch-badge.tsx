/** The state of a batch, in one word. */
import { Badge, type BadgeProps } from "@fluentui/react-components";
import type { BatchState } from "../../../shared/order/undo-batch.ts";
import { stateWords } from "./batch-texts.ts";

const colors: Record<BatchState, NonNullable<BadgeProps["color"]>> = {
  done: "success",
  cancelled: "warning",
  "part-undone": "warning",
  undone: "subtle",
};

export function BatchBadge({ state }: { readonly state: BatchState }) {
  return (
    <Badge appearance="tint" color={colors[state]}>
      {stateWords[state]}
    </Badge>
  );
}
