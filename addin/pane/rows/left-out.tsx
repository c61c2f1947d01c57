/** What of whole orders is not among the selected rows, and so is not made: lines that are not in the sheet, and hidden rows. */
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { OpenLine } from "../../sync/lines-left-out.ts";
import { count, rows } from "../texts.ts";
import { usePlannerState } from "./planner-context.ts";

const MOST_LINES_NAMED = 8;

export function LeftOut() {
  const { wholeOrders } = usePlannerState();
  if (wholeOrders === null || wholeOrders.lines.kind === "asking") return null;
  const { documents, hiddenRows, lines } = wholeOrders;
  const missing = lines.kind === "told" ? lines.missing : [];
  if (lines.kind === "told" && missing.length + hiddenRows === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {lines.kind === "untold"
            ? "Nobody can say now whether these are all lines"
            : `Not all lines of ${documentList(documents)} are selected`}
        </MessageBarTitle>
        {lines.kind === "untold" ? <div>{lines.why}</div> : null}
        {hiddenRows > 0 ? (
          <div>{`${rows(hiddenRows)} ${hiddenRows === 1 ? "is" : "are"} hidden.`}</div>
        ) : null}
        <MissingLines lines={missing} isOneDocument={documents.length === 1} />
      </MessageBarBody>
    </MessageBar>
  );
}

interface MissingLinesProps {
  readonly lines: readonly OpenLine[];
  readonly isOneDocument: boolean;
}

function MissingLines({ lines, isOneDocument }: MissingLinesProps) {
  const more = lines.length - MOST_LINES_NAMED;
  if (lines.length === 0) return null;
  return (
    <>
      <div>These open lines have no row here:</div>
      <ul className="plain-list" aria-label="Lines without a row">
        {lines.slice(0, MOST_LINES_NAMED).map((told) => (
          <li key={`${told.document} ${told.line}`}>{lineWords(told, isOneDocument)}</li>
        ))}
      </ul>
      {more > 0 ? <div>{`And ${count(more, "more line", "more lines")}.`}</div> : null}
    </>
  );
}

function lineWords({ document, line, item, quantity, unit }: OpenLine, isOneDocument: boolean): string {
  const where = isOneDocument ? `Line ${line}` : `${document} line ${line}`;
  return `${where} · ${item} · ${quantity} ${unit}`;
}

const MOST_DOCUMENTS_NAMED = 3;

function documentList(documents: readonly string[]): string {
  return documents.length > MOST_DOCUMENTS_NAMED ? "these orders" : documents.join(", ");
}
