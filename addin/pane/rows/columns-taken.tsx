/** Which columns were read as what, one line until somebody wants to know. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-components";
import type { Intake } from "../../../shared/intake/intake.ts";
import { columnWords } from "../texts.ts";

export function ColumnsTaken({ intake }: { readonly intake: Intake }) {
  const taken = Object.entries(columnWords).flatMap(([field, word]) => {
    const column = Object.entries(intake.columns).find(([name]) => name === field)?.[1];
    return column === undefined ? [] : [{ word, heading: column.heading }];
  });
  return (
    <Accordion collapsible>
      <AccordionItem value="columns">
        <AccordionHeader size="small">{`From ${intake.sheet.name}: ${taken.map(({ word }) => word).join(", ")}`}</AccordionHeader>
        <AccordionPanel>
          <dl className="columns">
            {taken.map(({ word, heading }) => (
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
