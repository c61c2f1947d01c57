/** So many of something, in words. English; one such file per language. */

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

/** A manufacturing order is an MO: a bare order could be a sales or a purchase order as well. */
export const mos = (number: number): string => count(number, "MO", "MOs");

export const rows = (number: number): string => count(number, "row", "rows");
