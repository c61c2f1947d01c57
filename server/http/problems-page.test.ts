import { expect, test } from "vitest";
import { problemDocumentSchema, requestProblemCodes } from "../../shared/wire/problem-document.ts";
import { startService } from "../../test/support/service.ts";

test("a refusal leads to a page of the service that says of every kind of refusal what to do", async () => {
  const service = await startService();
  const answer = await service.app.request("/api/v1/batches/BATCH-99");
  const { type, code } = problemDocumentSchema.parse(await answer.json());
  const [path = "", anchor] = type.split("#");
  const page = await service.app.request(path);
  expect([page.status, anchor]).toEqual([200, code]);
  const text = await page.text();
  expect(requestProblemCodes.filter((one) => !text.includes(`<h2 id="${one}">`))).toEqual([]);
  await service.close();
});
