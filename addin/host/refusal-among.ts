/** Work that writes, with Excel's refusal of it as a value. */
import { writeRefusalOf } from "./host-errors.ts";
import type { HostRefusal } from "./workbook.ts";

/** Null when it is done. */
export async function refusalAmong(work: () => Promise<HostRefusal | null>): Promise<HostRefusal | null> {
  try {
    return await work();
  } catch (error) {
    const refusal = writeRefusalOf(error);
    if (refusal === null) throw error;
    return refusal;
  }
}
