/** Short facts in one quiet line, which breaks between them and not within: no date falls apart in a narrow pane. */
import { Fragment } from "react";

export function Facts({ list }: { readonly list: readonly string[] }) {
  return (
    <span className="quiet">
      {list.map((fact, index) => (
        <Fragment key={fact}>
          <span className="fact">{index + 1 < list.length ? `${fact} ·` : fact}</span>{" "}
        </Fragment>
      ))}
    </span>
  );
}
