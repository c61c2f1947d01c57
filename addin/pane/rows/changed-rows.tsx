/** Why a press made nothing: the sheet said something else by then. The rows below are what it says now. */
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { RowChange } from "../../sync/row-changes.ts";
import { Said } from "../parts/said.tsx";
import { columnWords, rowList } from "../texts.ts";
import { usePlannerState } from "./planner-context.ts";

const MOST_NAMED = 3;

export function ChangedRows() {
  const { changedRows } = usePlannerState();
  if (changedRows.length === 0) return null;
  return (
    <div role="alert">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>The rows changed after the preview: nothing was created</MessageBarTitle>
          {sentences(changedRows).map((sentence) => (
            <div key={sentence}>
              <Said text={sentence} />
            </div>
          ))}
          Check them, then press Create again.
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

function sentences(changes: readonly RowChange[]): readonly string[] {
  const changed = changes.filter((change) => change.kind === "changed");
  const more = changed.length - MOST_NAMED;
  const rowsOf = (kind: RowChange["kind"]) =>
    changes.filter((change) => change.kind === kind).map(({ row }) => row);
  return [
    ...changed.slice(0, MOST_NAMED).map(changeWords),
    ...(more > 0 ? [`And ${String(more)} more.`] : []),
    ...told(rowsOf("gone"), "is no longer to be made", "are no longer to be made"),
    ...told(rowsOf("new"), "is new", "are new"),
  ];
}

function changeWords({ row, field, before, now }: Extract<RowChange, { kind: "changed" }>): string {
  return `Row ${String(row)}: ${columnWords[field]} ${before || "empty"} → ${now || "empty"}.`;
}

function told(rows: readonly number[], one: string, many: string): readonly string[] {
  const [first = "", ...rest] = rowList(rows);
  return rows.length === 0
    ? []
    : [`${first.toUpperCase()}${rest.join("")} ${rows.length === 1 ? one : many}.`];
}
