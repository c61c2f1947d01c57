/** Width and height of a PNG, read from its header (PNG specification, 11.2.1 IHDR). */
import { readFileSync } from "node:fs";

const SIGNATURE = "89504e470d0a1a0a";

export function pngSize(path: string): { readonly width: number; readonly height: number } {
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 8).toString("hex") !== SIGNATURE) throw new Error(`${path} is not a PNG`);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
