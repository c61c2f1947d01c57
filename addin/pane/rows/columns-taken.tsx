/** Which columns were read as what: where the quantity comes from at once, the rest when somebody wants to know. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-components";
import type { Intake } from "../../../shared/intake/intake.ts";
import { columnWords } from "../texts.ts";

export function ColumnsTaken({ intake }: { readonly intake: Intake }) {
  const taken = Object.entries(columnWords).flatMap(([field, word]) => {
    const column = Object.entries(intake.columns).find(([name]) => name === field)?.[1];
    return column === undefined ? [] : [{ word, heading: column.heading }];
  });
  const isAsked = intake.questions.some(({ kind }) => kind === "quantity-column");
  return (
    <Accordion collapsible className="columns-taken">
      <AccordionItem value="columns">
        <AccordionHeader size="small">
          <span>
            {isAsked ? "Columns that were read" : "Quantity from "}
            {isAsked ? null : <strong>{intake.columns.quantity?.heading}</strong>}
          </span>
        </AccordionHeader>
        <AccordionPanel>
          <dl className="columns">
            {[{ word: "Sheet", heading: intake.sheet.name }, ...taken].map(({ word, heading }) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{heading}</dd>
              </div>
            ))}
          </dl>
          {intake.ignoredHeadings.length > 0 ? (
            <p className="quiet">{`Not used: ${intake.ignoredHeadings.join(", ")}`}</p>
          ) : null}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
