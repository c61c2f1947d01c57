/** The rows of a request, read in steps: one with 20,000 of them keeps nobody else waiting. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { setImmediate as othersFirst } from "node:timers/promises";
import { z } from "zod";
import { lineSchema, MOST_LINES, rowsDiffer, SAME_ROW_TWICE } from "../../shared/wire/lines.ts";
import { IgnoredFields } from "../../shared/wire/ignored-fields.ts";
import { readLine, type ReadLine } from "../../shared/wire/read-line.ts";
import type { ActorEnv } from "./identify-actor.ts";

const LINES_A_STEP = 500;

/** As `linesSchema` reads them; what does not fit in a line whose row is known is that row's problem. */
export const linesInSteps = z
  .array(z.unknown())
  .min(1)
  .max(MOST_LINES)
  .transform(async (unread, context) => {
    const lines: ReadLine[] = [];
    const untold = new IgnoredFields();
    for (const [index, line] of unread.entries()) {
      if (index % LINES_A_STEP === 0) await othersFirst();
      const read = readLine(line);
      if (read.ok) lines.push(withIgnored(read.line, untold.of(line)));
      else for (const issue of read.issues) context.issues.push(atLine(index, line, issue));
    }
    if (context.issues.length === 0 && !rowsDiffer(lines)) context.addIssue(SAME_ROW_TWICE);
    return lines;
  })
  .meta({ type: "array", items: { $ref: "#/components/schemas/Line" } });

function withIgnored(line: ReadLine, ignored: readonly string[]): ReadLine {
  return ignored.length === 0 ? line : { ...line, ignored };
}

/** By its own number, where it has one. */
function atLine(index: number, line: unknown, issue: z.core.$ZodIssue): z.core.$ZodRawIssue {
  const { success, data } = numbered.safeParse(line);
  const message = success ? `Row ${String(data.row)}: ${issue.message}` : issue.message;
  return { ...issue, message, path: [index, ...issue.path], input: undefined };
}

const numbered = lineSchema.pick({ row: true });

/** The description of the service tells what stands in a row all the same. */
export function describeLines(app: OpenAPIHono<ActorEnv>): void {
  // A copy, made after the library taught schemas to describe themselves.
  app.openAPIRegistry.register("Line", lineSchema.clone());
}
