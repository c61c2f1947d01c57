/** A heading without its decoration: "**ItemNumber", "Item_Number *" and "Item\nNumber:" are all "item number". */

/** Words in parentheses are kept: ATS and ATS (Inc PO) are different columns. */
export function normalizeHeading(heading: string): string {
  return heading
    .replace(/\uFEFF/g, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/\bN[º°]/gi, " no ")
    .replace(/#/g, " no ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
