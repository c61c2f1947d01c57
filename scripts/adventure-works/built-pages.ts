import { buildStalePages } from "../prepare/build-pages.mjs";

export async function setup(): Promise<void> {
  await buildStalePages();
}
