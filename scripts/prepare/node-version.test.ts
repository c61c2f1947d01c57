import { expect, test } from "vitest";
import { nodeComplaint } from "./node-version.mjs";

test.each(["20.19.0", "20.20.2", "22.0.0", "100.1.0"])("Node %s will do", (version) => {
  expect(nodeComplaint(version)).toBeNull();
});

test.each(["20.18.9", "18.20.0", "8.0.0"])(
  "Node %s is refused in one line that says what is needed",
  (version) => {
    expect(nodeComplaint(version)).toMatch(
      new RegExp(`^MO Planner needs Node 20\\.19 .*${version.replaceAll(".", "\\.")}.*$`),
    );
  },
);
