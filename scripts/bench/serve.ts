/** The service of the bench in a process of its own, so that its memory and its pauses are its own. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { startBenchService } from "./service.ts";

const service = await startBenchService();
const delay = monitorEventLoopDelay({ resolution: 1 });

process.on("message", (asked) => {
  if (asked === "watch") {
    delay.reset();
    delay.enable();
    process.send?.({ kind: "watching" });
  }
  if (asked === "measure") {
    const longestHoldMs = delay.max / 1e6;
    process.send?.({ kind: "measured", longestHoldMs, peakBytes: process.resourceUsage().maxRSS * 1024 });
  }
  if (asked === "close") void service.close().then(() => process.disconnect());
});
process.send?.({ kind: "ready", base: service.base, file: service.file, folder: service.folder });
