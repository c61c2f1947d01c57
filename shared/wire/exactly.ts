/** Objects with these names and no others: a name that is written wrong must not leave its rule at the default (R58). */
import { z } from "zod";

export function exactly<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? unknownNames(issue.keys, shape) : undefined),
  });
}

function unknownNames(names: readonly string[], shape: z.core.$ZodLooseShape): string {
  const told = names.map((name) => `"${name}"`).join(", ");
  return `${told} is not known here; what can be said is ${Object.keys(shape).join(", ")}`;
}
