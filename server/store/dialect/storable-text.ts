/** PostgreSQL's text cannot hold the character of code 0, SQLite's can: so that both hold the same, neither does. */

/** Meant for what a statement is given; anything but text is left as it is. */
export function storable(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
}
