/**
 * PostgreSQL's text cannot hold the character of code 0, nor either database half of a character that is written in
 * two. So that both hold the same, such a thing is replaced, as everywhere, by U+FFFD.
 */
const unstorable = /[\0\p{Surrogate}]/gu;

/** Meant for what a statement is given; anything but text is left as it is. */
export function storable(value: unknown): unknown {
  return typeof value === "string" ? value.replace(unstorable, "\uFFFD") : value;
}
