import { expect, test } from "vitest";
import { isPostgres, placeComplaint, placeName } from "./database-place.ts";

test.each(["data/mo-planner.sqlite", "C:\\planner\\data.sqlite", ":memory:", "file"])(
  "%s is a file",
  (path) => {
    expect([isPostgres(path), placeComplaint(path), placeName(path)]).toEqual([false, null, path]);
  },
);

test.each(["postgres", "postgresql"])("%s:// is an address, shown without its password", (scheme) => {
  const address = `${scheme}://planner:se%40cret@db.example:5433/planner?sslmode=verify-full`;
  expect([isPostgres(address), placeComplaint(address)]).toEqual([true, null]);
  expect(placeName(address)).toBe(`${scheme}://planner@db.example:5433/planner`);
});

test.each(["mysql://db.example/planner", "postgres://planner:se cret@:x/"])("%s is refused", (place) => {
  expect(placeComplaint(place)).not.toBeNull();
});
