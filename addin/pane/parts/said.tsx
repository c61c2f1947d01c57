/** A sentence in which no date, number or code is torn in two at its hyphens; what is longer than a line still wraps. */
import { Fragment } from "react";

/** Longer words would not fit into a narrow pane whole. */
const LONGEST_WHOLE = 28;

export function Said({ text }: { readonly text: string }) {
  return text.split(" ").map((word, index) => (
    <Fragment key={`${String(index)} ${word}`}>
      {index === 0 ? "" : " "}
      {word.includes("-") && word.length <= LONGEST_WHOLE ? <span className="whole">{word}</span> : word}
    </Fragment>
  ));
}
