/** /docs/problems: where the `type` of a problem document leads, with what to do about it. */
import { requestProblemCodes, type RequestProblemCode } from "../../shared/wire/problem-document.ts";
import { problemDocument } from "./problem-response.ts";

const advice: Record<RequestProblemCode, string> = {
  "request-invalid":
    "Something in the request does not fit: detail and errors name it. Change it and send the request again.",
  "request-too-large": "Send fewer rows in one request.",
  "key-reused": "The key was used for other rows or rules. Make a new key for a new request.",
  "press-running":
    "The press with this key is still being made. Ask again later, or ask for its progress; send nothing anew.",
  "not-found": "Check the path, the number or the key.",
  "order-unknown": "Check the MO number: it is a right one, and no MO here has it.",
  "order-number-damaged":
    "The number's check digit is wrong: a digit was changed. Put the right number back.",
  "action-refused": "The detail says why the MO does not allow the action now. Read the MO again.",
  "row-not-ready":
    "Only a row that can be made has an explanation. The plan's problems of this row say why it cannot.",
  "item-unknown": "Check the item number; if several items have the alias, send the number of one.",
  "import-refused": "Nothing was changed. The report names the rows to put right.",
  unauthorized: "Send an Authorization header with one of the service's tokens.",
  "origin-refused": "Pages of other sites may not ask this service. Open the pane from the service itself.",
  "media-type-refused": "Send the body as application/json.",
  "service-busy": "Wait a few seconds and send the same request again: nothing was half done.",
  fault: "The service's log says why. Nothing was half done: send the same request again.",
};

export function problemsPage(): string {
  const entries = requestProblemCodes.map((code) => {
    const { status, title } = problemDocument(code, "");
    return `<h2 id="${code}">${code} (${String(status)})</h2>\n<p>${title}. ${advice[code]}</p>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>MO Planner API: problems</title></head>
<body>
<h1>When a request is refused</h1>
<p>The answer is a problem document (RFC 9457). Programs rely on its code; detail is for people.
What is wrong with single rows stands in the answer's rows: each problem has its own message and fix.</p>
${entries.join("\n")}
<p><a href="/docs">The whole API</a></p>
</body>
</html>
`;
}
