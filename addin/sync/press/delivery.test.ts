/** A press on its way to the service, whatever becomes of its requests: it ends when it is known what was made. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  hangs,
  refusesWith,
  serveWithDoor,
  type Door,
  type ServedService,
} from "../../../test/support/serve-with-door.ts";
import { batchRequestSchema } from "../../../shared/wire/batch.ts";
import { orderPageSchema } from "../../../shared/wire/order.ts";
import { httpAt } from "../clients/http.ts";
import { createServiceClient } from "../clients/service-client.ts";
import { Delivery, type Standing } from "./delivery.ts";

const KEY = "press-on-its-way-0001";
const request = batchRequestSchema.parse({
  key: KEY,
  lines: [{ row: 2, item: "CHAIR-OAK", quantity: "3" }],
});

let served: ServedService;
let standings: Standing[];
beforeEach(async () => {
  standings = [];
  served = await serveWithDoor();
});
afterEach(async () => {
  vi.useRealTimers();
  await served.close();
});

function deliver(isRetry = false): Delivery {
  const client = createServiceClient(httpAt(served.base));
  const show = (standing: Standing): void => void standings.push(standing);
  return new Delivery({ client, show }, { request, isRetry, isCancelled: false });
}

async function orders(): Promise<number> {
  const { body } = await served.service.send("/manufacturing-orders?limit=500");
  return orderPageSchema.parse(body).orders.length;
}

/** What becomes of the requests of the press itself, one after the other; what comes after them goes through. */
function presses(...doors: readonly Door[]): Door {
  const waiting = [...doors];
  return (asked, pass) => {
    const isPress = new URL(asked.url).pathname.endsWith("/batches");
    const door = isPress ? waiting.shift() : undefined;
    return door === undefined ? pass() : door(asked, pass);
  };
}

const losesAnswer: Door = async (_request, pass) => {
  await pass();
  return refusesWith(502);
};
const keepsAnswer: Door = async (_request, pass) => {
  await pass();
  return hangs();
};
const refuses: Door = () => Promise.resolve(refusesWith(400, "request-invalid"));

describe("a request that hangs", () => {
  test("is not waited for when the progress says that it is done", async () => {
    served.guard(presses(keepsAnswer));
    expect(await deliver().run()).toMatchObject({ kind: "batch", batch: { key: KEY, created: 1 } });
    expect(await orders()).toBe(1);
  });

  test("is let go when it is cancelled, and makes nothing when it comes after all", async () => {
    let arrive = (): void => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    served.guard(
      presses(async (_request, pass) => {
        await late;
        return pass();
      }),
    );
    const delivery = deliver();
    const delivered = delivery.run();
    await expect.poll(() => served.asked).toContain("/batches");
    delivery.cancel();
    expect(await delivered).toMatchObject({ kind: "batch", batch: { state: "cancelled", created: 0 } });
    arrive();
    await expect.poll(orders).toBe(0);
  });

  test("that never arrived is sent anew after a laptop slept (R53)", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    served.guard(presses(hangs));
    const delivered = deliver().run();
    await expect.poll(() => served.asked).toContain(`/batches/by-key/${KEY}/progress`);
    vi.setSystemTime(Date.now() + 60_000);
    expect(await delivered).toMatchObject({ kind: "batch", batch: { created: 1 } });
  });

  test("that was cancelled too late says what was made", async () => {
    served.guard(presses(keepsAnswer));
    const delivery = deliver();
    const delivered = delivery.run();
    await expect.poll(orders).toBe(1);
    delivery.cancel();
    expect(await delivered).toMatchObject({ kind: "batch", batch: { state: "done", created: 1 } });
  });
});

describe("a refusal", () => {
  test("of the first try ends the press: nothing was made", async () => {
    served.guard(presses(refuses));
    expect(await deliver().run()).toEqual({ kind: "refused", why: "Refused: request-invalid." });
  });

  test("of a retry is no sign that nothing was made: the press is asked for by its key", async () => {
    served.guard(presses(losesAnswer, refuses));
    expect(await deliver().run()).toMatchObject({ kind: "batch", batch: { created: 1 } });
    expect(await orders()).toBe(1);
  });

  test("of a press that an earlier pane had sent is none either", async () => {
    await served.service.send("/batches", request);
    served.guard(presses(refuses));
    expect(await deliver(true).run()).toMatchObject({ kind: "batch", batch: { created: 1 } });
  });

  test("of a retry ends the press when its key is not known and nothing runs", async () => {
    served.guard(presses(() => Promise.resolve(refusesWith(502)), refuses));
    expect(await deliver().run()).toEqual({ kind: "refused", why: "Refused: request-invalid." });
    expect(served.asked.slice(-2)).toEqual([`/batches/by-key/${KEY}`, `/batches/by-key/${KEY}/progress`]);
  });
});

describe("a press whose service is away", () => {
  test("says why it waits, and is made once when it comes back", async () => {
    served.guard(presses(losesAnswer, () => Promise.resolve(refusesWith(502))));
    expect(await deliver().run()).toMatchObject({ kind: "batch" });
    expect(standings.map(({ unanswered }) => unanswered)).toContainEqual({
      kind: "unreachable",
      why: "status 502",
    });
    expect(await orders()).toBe(1);
  });

  test("ends with its pane, which sends no more", async () => {
    served.guard(presses(hangs));
    const delivery = deliver();
    const delivered = delivery.run();
    await expect.poll(() => served.asked).toContain("/batches");
    delivery.close();
    expect(await delivered).toEqual({ kind: "closed" });
  });
});
