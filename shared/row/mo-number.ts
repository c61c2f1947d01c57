/**
 * "MO-" + digits + one Damm check digit, so that a number changed by drag-fill or a typing slip is caught and never
 * followed to somebody else's MO (R37). The check digit finds every single wrong digit and every swap of neighbours.
 */

/** Damm's quasigroup of order 10 (H. Michael Damm, 2004): totally anti-symmetric, zeros on the diagonal. */
const QUASIGROUP = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
] as const;

const PREFIX = "MO-";
const FEWEST_DIGITS = 6;
const FORM = /^MO-(\d{7,16})$/i;

declare const brand: unique symbol;
export type MoNumber = string & { readonly [brand]: "MoNumber" };

/** Sequence 1 is MO-0000013: six digits and the check digit. */
export function moNumber(sequence: number): MoNumber {
  const digits = String(sequence).padStart(FEWEST_DIGITS, "0");
  const text = `${PREFIX}${digits}${String(checkDigit(digits))}`;
  if (!isMoNumber(text)) throw new Error(`No MO number for sequence ${sequence}`);
  return text;
}

/** True only for our form, upper case, with the right check digit. */
export function isMoNumber(text: string): text is MoNumber {
  const digits = FORM.exec(text)?.[1];
  return digits !== undefined && text.startsWith(PREFIX) && checkDigit(digits) === 0;
}

/** What a person typed or a cell shows, trimmed and in upper case; null when it is no number of ours. */
export function parseMoNumber(text: string): MoNumber | null {
  const candidate = text.trim().toUpperCase();
  return isMoNumber(candidate) ? candidate : null;
}

/** Has our form, whether or not the check digit is right. */
export function looksLikeMoNumber(text: string): boolean {
  return /^MO-\d+$/i.test(text.trim());
}

function checkDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(QUASIGROUP[interim]?.[Number(digit)]);
  return interim;
}
