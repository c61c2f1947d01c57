/** Draws addin/icons/*.svg as the PNG sizes that Office asks for: node scripts/icons.mjs, after changing a drawing. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "./prepare/find-browser.mjs";

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];
const folder = fileURLToPath(new URL("../addin/icons", import.meta.url));

const executablePath = findBrowser();
if (executablePath === null) throw new Error("No Chrome, Chromium or Edge found: set MO_PLANNER_CHROMIUM.");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
for (const drawing of (await readdir(folder)).filter((name) => name.endsWith(".svg"))) {
  const svg = await readFile(join(folder, drawing), "utf8");
  for (const size of SIZES) await draw(svg, size, join(folder, `${basename(drawing, ".svg")}-${size}.png`));
}
await browser.close();

/**
 * @param {string} svg
 * @param {number} size
 * @param {string} target
 */
async function draw(svg, size, target) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await writeFile(target, await page.screenshot({ omitBackground: true }));
}
