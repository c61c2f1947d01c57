/** npm run bench: how fast we are, as ratios within this run. Exit code 1 when a bar is missed. */
import { benchCreating } from "./creating.ts";
import { benchPlanning } from "./planning.ts";

const measured = [...(await benchPlanning()), ...(await benchCreating())];
process.exitCode = measured.every(({ ratio, bar }) => ratio <= bar) ? 0 : 1;
