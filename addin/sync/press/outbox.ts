/**
 * Presses that are not finished: each is kept by itself from before it is sent until its results are shown, so that a
 * reload or a crash in between goes on with the same key (R4).
 */
import { z } from "zod";
import type { Records } from "./indexed-records.ts";
import { formPressSchema, sheetPressSchema, type FormPress, type SheetPress } from "./press.ts";

export interface Kept<Press> {
  /** Before anything is sent; false when it lasts only as long as the pane. */
  put(press: Press): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Those of one workbook, the oldest first. */
  unfinished(workbookId: string): Promise<readonly Press[]>;
}

export interface Outbox {
  readonly sheets: Kept<SheetPress>;
  readonly form: Kept<FormPress>;
}

export function createOutbox(records: Records): Outbox {
  return {
    sheets: keptAs(records, "sheet", sheetPressSchema),
    form: keptAs(records, "form", formPressSchema),
  };
}

type AnyPress = SheetPress | FormPress;

function keptAs<Press extends AnyPress>(
  records: Records,
  from: "sheet" | "form",
  schema: z.ZodType<Press>,
): Kept<Press> {
  /** Where the browser keeps nothing (private windows), it lasts as long as the pane. */
  const here = new Map<string, Press>();
  const inTurn = turns();
  const ownerOf = (workbookId: string): string => `${from} ${workbookId}`;
  return {
    put: (press) => {
      const { workbookId, request } = press;
      here.set(request.key, press);
      const record = { key: request.key, owner: ownerOf(workbookId), keptAt: Date.now(), press };
      return inTurn(() => succeeds(records.put(record)));
    },
    remove: async (key) => {
      here.delete(key);
      await inTurn(() => succeeds(records.remove(key)));
    },
    unfinished: async (workbookId) => {
      const stored = await inTurn(() => storedIn(records, ownerOf(workbookId), schema));
      const own = [...here.values()].filter((press) => press.workbookId === workbookId);
      return [...stored.filter(({ request }) => !here.has(request.key)), ...own];
    },
  };
}

async function storedIn<Press>(
  records: Records,
  owner: string,
  press: z.ZodType<Press>,
): Promise<readonly Press[]> {
  const found = await records.ownedBy(owner).catch(() => []);
  const kept = z.object({ keptAt: z.number(), press });
  return found
    .flatMap((one) => kept.safeParse(one).data ?? [])
    .toSorted((left, right) => left.keptAt - right.keptAt)
    .map((record) => record.press);
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** One after the other: what is removed was put before, and must not come back. */
function turns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work);
    last = mine;
    return mine;
  };
}
