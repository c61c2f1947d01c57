/** An explanation for people: one sentence a step. English; the only place with these words. */
import { listed, problemSentence } from "../row/problem-sentences.ts";
import { toOrderSentences } from "../stock/explain-to-order.ts";
import type { ExplanationStep } from "./explain.ts";

type Params = Readonly<Record<string, string>>;
type Sentence = (params: Params) => string;

export function explanationSentence({ code, params }: ExplanationStep): string {
  return sentences[code](params);
}

const by = (day: string): string => (day === "" ? "" : ` by ${day}`);
const inCalendar = (code: string): string => (code === "" ? "every day counts" : `calendar ${code}`);

function whom({ document = "", line = "" }: Params): string {
  return [document, line].filter((text) => text !== "").join(" line ");
}

/** As the preview warned of it. */
function quantityNotice(code: "quantity-rounded" | "quantity-reduced"): Sentence {
  return ({ value = "", ...params }) => problemSentence({ code, value, params }).message;
}

const sentences: Record<ExplanationStep["code"], Sentence> = {
  ...toOrderSentences,
  demand: (p) => {
    const origin = whom(p) === "" ? "" : ` for ${whom(p)}`;
    return `Wanted: ${p["quantity"] ?? ""} ${p["unit"] ?? ""} of ${p["item"] ?? ""} in ${p["store"] ?? ""}${by(p["needDate"] ?? "")}${origin}.`;
  },
  share: (p) =>
    `Of these ${p["quantity"] ?? ""} ${p["unit"] ?? ""} for ${whom(p) === "" ? "a row that names no document" : whom(p)}.`,
  "share-of-stock": (p) => `Of these ${p["quantity"] ?? ""} ${p["unit"] ?? ""} for stock.`,
  merged: (p) =>
    `Rows ${listed(p["rows"] ?? "")} are one order because they were merged by item and store: ${p["item"] ?? ""} in ${p["store"] ?? ""}, ${p["needDate"] === "" ? "as soon as possible, because one of them has no need date" : "for the earliest of their days"}.`,
  "merged-into": (p) =>
    `Row ${p["row"] ?? ""} is made by the MO of row ${p["into"] ?? ""}: ${p["quantity"] ?? ""} of its ${p["of"] ?? ""} ${p["unit"] ?? ""}.`,
  "merged-by-day": (p) =>
    `Rows ${listed(p["rows"] ?? "")} are one order because they were merged: ${p["item"] ?? ""} in ${p["store"] ?? ""}, for the same day.`,
  "quantity-rounded": quantityNotice("quantity-rounded"),
  "quantity-reduced": quantityNotice("quantity-reduced"),
  "over-reason": (p) =>
    `More than ${whom(p) === "" ? "its row" : whom(p)} wants is made for a reason: ${p["reason"] ?? ""}.`,
  "by-operations": (p) =>
    `Its ${p["operations"] ?? ""} operations take ${hours(p["minutes"])} (${inCalendar(p["calendar"] ?? "")}): begins ${p["scheduleDate"] ?? ""}, done ${p["dueDate"] ?? ""}${late(p)}.`,
  "by-lead-time": (p) =>
    `Lead time of ${p["days"] ?? ""} working days (${inCalendar(p["calendar"] ?? "")}): begins ${p["scheduleDate"] ?? ""}, done ${p["dueDate"] ?? ""}${late(p)}.`,
  revision: (p) =>
    `Bill of materials ${p["bom"] ?? ""}, revision ${p["revision"] ?? ""}, is the one for ${p["day"] ?? ""}; it yields ${p["output"] ?? ""}.`,
  "revision-passed-over": (p) =>
    `Revision ${p["revision"] ?? ""} of ${p["bom"] ?? ""} was not taken: ${passedOver(p)}.`,
  material: (p) =>
    `${p["component"] ?? ""}: ${factor(p)}${scrap(p)}${through(p)}, rounded up to ${p["quantity"] ?? ""} ${p["unit"] ?? ""}.`,
  "material-from": (p) => {
    const documents = p["documents"] ?? "";
    const day = p["day"] === "" || p["day"] === undefined ? "no day promised" : `expected ${p["day"]}`;
    const origin = documents === "" ? "from stock" : `from ${documents}, ${day}`;
    return `${p["component"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""} ${origin}.`;
  },
  "material-made": (p) =>
    `${p["component"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""} missing, made by an order of its own, done ${p["day"] ?? ""}.`,
  "material-missing": (p) =>
    `${p["component"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""} missing; nothing in stock or on the way covers it.`,
  "material-set": (p) =>
    `${p["component"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""}; ${setBy(p)}, whatever the bill of materials says.`,
  "material-replaced": (p) =>
    `${p["component"] ?? ""} instead of ${p["insteadOf"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""}; ${setBy(p)}.`,
  "material-added": (p) =>
    `${p["component"] ?? ""} besides the bill of materials: ${p["quantity"] ?? ""} ${p["unit"] ?? ""}; ${setBy(p)}.`,
  "material-removed": (p) =>
    `${p["component"] ?? ""} is not taken: removed by ${p["by"] ?? ""} on ${dayIn(p["at"])}.`,
  readiness: (p) => readiness[p["state"] ?? ""]?.(p) ?? "",
};

const readiness: Record<string, Sentence> = {
  ready: () => "Ready: all materials are there when work begins.",
  part: (p) =>
    `In part: today's stock is enough for ${p["canMakeNow"] ?? ""} of ${p["quantity"] ?? ""} ${p["unit"] ?? ""}.`,
  short: (p) =>
    `Short: today's stock is enough for ${p["canMakeNow"] ?? ""} of ${p["quantity"] ?? ""} ${p["unit"] ?? ""}.`,
};

function hours(minutes: string | undefined): string {
  const all = Number(minutes ?? "0");
  const [whole, rest] = [Math.floor(all / 60), all % 60];
  return whole === 0 ? `${String(rest)} min` : `${String(whole)} h ${String(rest)} min`;
}

function late({ dueDate = "", needDate = "" }: Params): string {
  return needDate !== "" && dueDate > needDate ? `, later than ${needDate}` : "";
}

/** "30 EA for 10 EA set by Ana on 2027-03-10": what was typed, before it was scaled to the order's quantity now. */
function setBy(p: Params): string {
  const whole = `${p["setFor"] ?? ""} ${p["ofUnit"] ?? ""}`;
  const wanted = p["isFixed"] === "true" ? "once" : `for ${whole}`;
  const isAsTyped = p["set"] === p["quantity"] && p["setUnit"] === p["unit"];
  const typed = isAsTyped ? "" : `${p["set"] ?? ""} ${p["setUnit"] ?? ""} ${wanted} `;
  return `${typed}set by ${p["by"] ?? ""} on ${dayIn(p["at"])}`;
}

function dayIn(instant = ""): string {
  return instant.slice(0, 10);
}

function passedOver({ why, day }: Params): string {
  if (why === "not-valid") return `it is not valid on ${day ?? ""}`;
  return why === "older" ? "a newer one is valid" : "it is not the default";
}

function factor({ isFixed, per, of }: Params): string {
  return isFixed === "true" ? `${per ?? ""} once` : `${per ?? ""} each × ${of ?? ""}`;
}

function scrap({ scrap: percent }: Params): string {
  return percent === "0" || percent === undefined ? "" : `, ${percent} % scrap in it`;
}

function through({ through: names }: Params): string {
  return names === "" || names === undefined ? "" : `, through ${names}`;
}
