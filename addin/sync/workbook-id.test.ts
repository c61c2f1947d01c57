/** A workbook's id: whoever presses while Excel is busy takes nothing from the presses before. */
import { expect, test } from "vitest";
import type { SettingRead } from "../host/workbook.ts";
import { WorkbookId } from "./workbook-id.ts";

function workbookWith(value: string | null) {
  const workbook = { value, isBusy: false, written: [] as string[] };
  let made = 0;
  const id = new WorkbookId(
    {
      readSetting: (): Promise<SettingRead> =>
        Promise.resolve(
          workbook.isBusy
            ? { kind: "refused", refusal: "cell-edit-mode" }
            : { kind: "read", value: workbook.value },
        ),
      writeSetting: (_name, text) => {
        workbook.written.push(text);
        workbook.value = text;
        return Promise.resolve();
      },
    },
    () => `new-${String((made += 1))}`,
  );
  return { workbook, id };
}

test("is made with the first press, and kept in the workbook", async () => {
  const { workbook, id } = workbookWith(null);
  expect(await id.known()).toEqual({ kind: "known", id: null });
  expect([await id.made(), await id.made()]).toEqual(["new-1", "new-1"]);
  expect(workbook.written).toEqual(["new-1"]);
});

test("that the workbook has already is not overwritten by a press while Excel is busy (R30)", async () => {
  const { workbook, id } = workbookWith("older");
  workbook.isBusy = true;
  expect(await id.made()).toBe("new-1");
  workbook.isBusy = false;
  expect(await id.known()).toEqual({ kind: "known", id: "older" });
  expect(workbook.written).toEqual([]);
});

test("that was used while Excel was busy is the workbook's, when it turns out to have none", async () => {
  const { workbook, id } = workbookWith(null);
  workbook.isBusy = true;
  expect([await id.made(), await id.made()]).toEqual(["new-1", "new-1"]);
  workbook.isBusy = false;
  expect(await id.known()).toEqual({ kind: "known", id: "new-1" });
  expect(workbook.written).toEqual(["new-1"]);
});
