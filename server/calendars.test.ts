import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importReportSchema, type ImportReport } from "../shared/wire/catalog.ts";
import { planSchema } from "../shared/wire/plan.ts";
import { startService, type TestService } from "../test/support/service.ts";

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

async function importFiles(files: Readonly<Record<string, string>>): Promise<ImportReport> {
  const form = new FormData();
  for (const [name, text] of Object.entries(files))
    form.append("files", new File([text], `${name}.csv`, { type: "text/csv" }));
  const answer = await service.app.request("/api/v1/catalog/imports", { method: "POST", body: form });
  return importReportSchema.parse(await answer.json());
}

async function planned(needDate: string, quantity = "10") {
  const lines = [{ row: 2, item: "CHAIR-OAK", quantity, needDate }];
  const [row] = planSchema.parse((await service.send("/plans", { lines })).body).rows;
  if (row?.outcome !== "ready") throw new Error("The chair can be planned");
  return row.order;
}

describe("store calendars", () => {
  test("weekends are not worked: what is needed on a Sunday is finished on Friday", async () => {
    expect(await planned("2027-04-04")).toMatchObject({ dueDate: "2027-04-02" });
  });

  test("an imported holiday moves work before it", async () => {
    await importFiles({ "calendar-days": "calendar,day\nWEEK,2027-04-02\n" });
    expect(await planned("2027-04-04")).toMatchObject({ dueDate: "2027-04-01" });
  });

  test("a work center's own hours shorten its days", async () => {
    const before = await planned("2027-04-30", "400");
    await importFiles({
      calendars: "code,weekdays,hours per day\nSHORT,0100000,1\n",
      "work-centers": "store,code,calendar\nMAIN,ASSY,SHORT\n",
    });
    const after = await planned("2027-04-30", "400");
    expect(after.scheduleDate < before.scheduleDate).toBe(true);
    expect(after.operations[0]?.workCenter).toBe("ASSY");
  });

  test("a calendar without a working day, with an impossible one, or that nobody knows is refused by row", async () => {
    const report = await importFiles({
      calendars: "code,weekdays,hours per day\nNEVER,0000000,8\nLONG,1111100,25\nODD,Mo-Fr,8\n",
      stores: "code,calendar\nMAIN,NOBODY\n",
    });
    expect(report.problems.map(({ row, column, value }) => `${String(row)} ${column} ${value}`)).toEqual([
      "2 weekdays 0000000",
      "3 hoursPerDay 25",
      "4 weekdays Mo-Fr",
      "2 calendar NOBODY",
    ]);
  });
});
