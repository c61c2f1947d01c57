/**
 * PostgreSQL's text cannot hold the character of code 0, nor either database half of a character that is written in
 * two. So that both hold the same, such a thing is replaced, as everywhere, by U+FFFD.
 */
/** Quicker to ask for, and so rare that what it finds too much does not matter. */
const suspect = /[\0\uD800-\uDFFF]/;
const unstorable = /[\0\p{Surrogate}]/gu;

/** Meant for what a statement is given; anything but text is left as it is. */
export function storable<Value>(value: Value): Value | string {
  if (typeof value !== "string" || !suspect.test(value)) return value;
  return value.replace(unstorable, "\uFFFD");
}
