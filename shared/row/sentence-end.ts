/** What somebody typed, ended as a sentence is, whether or not they put the full stop themselves. */
export function sentenceEnd(text = ""): string {
  const typed = text.trimEnd();
  return /[.!?…]$/.test(typed) ? typed : `${typed}.`;
}
