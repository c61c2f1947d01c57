/** How far the lines that an order would be for are on orders already, in the words of the MO Coverage column. */
import { coverageText } from "../../../shared/sheet/coverage-text.ts";
import type { LineCoverage } from "../../../shared/wire/coverage.ts";

export function CoveredLines({ lines }: { readonly lines: readonly LineCoverage[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="parts">
      <table>
        <caption>On MOs already</caption>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.document} ${line.line} ${line.orders.join()}`}>
              <th scope="row">{whom(line)}</th>
              <td>{coverageText({ number: "", lines: [line] })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function whom({ document, line }: LineCoverage): string {
  const named = [document, line].filter((text) => text !== "").join(" line ");
  return named === "" ? "The same row" : named;
}
