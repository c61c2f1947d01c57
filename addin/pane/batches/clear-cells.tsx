/** Makes the rows of cancelled orders ready to be made again, when the planner says so. */
import { Button, Spinner } from "@fluentui/react-components";
import type { Clearing } from "../../sync/batch-state.ts";
import { useHistory, useHistoryState } from "./history-context.ts";
import { hostRefusals, rows } from "../texts.ts";

type ClearCellsProps =
  | { readonly batch: string; readonly numbers?: undefined }
  | { readonly numbers: readonly string[]; readonly batch?: undefined };

export function ClearCells({ batch, numbers = [] }: ClearCellsProps) {
  const history = useHistory();
  const { clearing, clearingOf } = useHistoryState();
  const isOurs = clearingOf === (batch ?? numbers.join());
  const isClearing = clearing.kind === "clearing";
  const clear = () => (batch === undefined ? history.clearNumbers(numbers) : history.clearBatch(batch));
  return (
    <>
      <Button
        size="small"
        disabledFocusable={isClearing}
        icon={isClearing ? <Spinner size="extra-tiny" /> : null}
        onClick={() => void clear()}
      >
        Clear MO cells of cancelled rows
      </Button>
      <span role="status" className="clearing">
        {isOurs ? clearingWords(clearing) : ""}
      </span>
    </>
  );
}

function clearingWords(clearing: Clearing): string {
  switch (clearing.kind) {
    case "none":
    case "clearing":
      return "";
    case "cleared":
      return clearing.rows === 0
        ? "No row of this workbook has their numbers."
        : `${rows(clearing.rows)} can be made again.`;
    case "live-on":
      return "Nothing was cleared: these MOs were merged, and another one makes their quantity.";
    case "refused":
      return hostRefusals[clearing.refusal].text;
    case "failed":
      return `Nothing was cleared. ${clearing.why}`;
  }
}
