/** An explanation for people: one sentence a step. English; the only place with these words. */
import { decimalText, multiply, parseDecimal } from "../quantity/decimal.ts";
import { listed, problemSentence } from "../row/problem-sentences.ts";
import { sentenceEnd } from "../row/sentence-end.ts";
import { toOrderSentences } from "../stock/explain-to-order.ts";
import type { ExplanationStep } from "./explain.ts";

type Params = Readonly<Record<string, string>>;
type Sentence = (params: Params) => string;

export function explanationSentence({ code, params }: ExplanationStep): string {
  return sentences[code](params);
}

const by = (day: string): string => (day === "" ? "" : ` by ${day}`);
const inCalendar = (code: string): string =>
  code === "" ? "every day is a working day" : `calendar ${code}`;

function whom({ document = "", line = "" }: Params): string {
  return [document, line].filter((text) => text !== "").join(" line ");
}

/** As the preview warned of it. */
function quantityNotice(code: "unit-converted" | "quantity-rounded" | "quantity-reduced"): Sentence {
  return ({ value = "", ...params }) => problemSentence({ code, value, params }).message;
}

const sentences: Record<ExplanationStep["code"], Sentence> = {
  ...toOrderSentences,
  demand: (p) => {
    const origin = whom(p) === "" ? "" : ` for ${whom(p)}`;
    return `Wanted: ${p["quantity"] ?? ""} ${p["unit"] ?? ""} of ${p["item"] ?? ""} in ${p["store"] ?? ""}${by(p["needDate"] ?? "")}${origin}.`;
  },
  share: (p) =>
    `Of these, ${p["quantity"] ?? ""} ${p["unit"] ?? ""} for ${whom(p) === "" ? "a row without a document" : whom(p)}.`,
  "share-of-stock": (p) => `Of these, ${p["quantity"] ?? ""} ${p["unit"] ?? ""} for stock.`,
  merged: (p) =>
    `Rows ${listed(p["rows"] ?? "")} are one MO because rows are merged by item and store: ${p["item"] ?? ""} in ${p["store"] ?? ""}, ${p["needDate"] === "" ? "as soon as possible, because one of them has no need date" : "for the earliest of their dates"}.`,
  "merged-into": (p) =>
    `Row ${p["row"] ?? ""} is made by the MO of row ${p["into"] ?? ""}: ${p["quantity"] ?? ""} of its ${p["of"] ?? ""} ${p["unit"] ?? ""}.`,
  "merged-by-day": (p) =>
    `Rows ${listed(p["rows"] ?? "")} are one MO because rows are merged by item, store and date: ${p["item"] ?? ""} in ${p["store"] ?? ""}, all for the same date.`,
  "unit-converted": quantityNotice("unit-converted"),
  "quantity-rounded": quantityNotice("quantity-rounded"),
  "quantity-reduced": quantityNotice("quantity-reduced"),
  "over-reason": (p) =>
    `More is made than ${whom(p) === "" ? "its row" : whom(p)} asks for. The reason given: ${sentenceEnd(p["reason"])}`,
  "by-operations": (p) =>
    `${counted(p["operations"], "operation takes", "operations take")} ${hours(p["minutes"])} (${inCalendar(p["calendar"] ?? "")}): starts ${p["scheduleDate"] ?? ""}, finishes ${p["dueDate"] ?? ""}${late(p)}.`,
  "by-lead-time": (p) =>
    `Lead time of ${counted(p["days"], "working day", "working days")} (${inCalendar(p["calendar"] ?? "")}): starts ${p["scheduleDate"] ?? ""}, finishes ${p["dueDate"] ?? ""}${late(p)}.`,
  revision: (p) =>
    `Bill of materials ${p["bom"] ?? ""}, revision ${p["revision"] ?? ""}, applies on ${p["day"] ?? ""} and yields ${p["output"] ?? ""}.`,
  "revision-passed-over": (p) =>
    `Revision ${p["revision"] ?? ""} of ${p["bom"] ?? ""} was not used: ${passedOver(p)}.`,
  material: (p) => `${p["component"] ?? ""}: ${amountOf(p)}${scrap(p)}${through(p)}.`,
  "material-from": (p) => {
    const documents = p["documents"] ?? "";
    const day = p["day"] === "" || p["day"] === undefined ? "no date promised" : `expected ${p["day"]}`;
    const origin = documents === "" ? "from stock" : `from ${documents}, ${day}`;
    return `${p["component"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""} ${origin}.`;
  },
  "material-made": (p) =>
    `${p["component"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""} missing, made by an MO of its own that finishes ${p["day"] ?? ""}.`,
  "material-missing": (p) =>
    `${p["component"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""} missing; nothing in stock or on order covers it.`,
  "material-set": (p) =>
    `${p["component"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""}; ${setBy(p)}, overriding the bill of materials.`,
  "material-replaced": (p) =>
    `${p["component"] ?? ""} instead of ${p["insteadOf"] ?? ""}: ${p["quantity"] ?? ""} ${p["unit"] ?? ""}; ${setBy(p)}.`,
  "material-added": (p) =>
    `${p["component"] ?? ""} in addition to the bill of materials: ${p["quantity"] ?? ""} ${p["unit"] ?? ""}; ${setBy(p)}.`,
  "material-removed": (p) =>
    `${p["component"] ?? ""} is left out: removed by ${p["by"] ?? ""} on ${dayIn(p["at"])}.`,
  readiness: (p) => readiness[p["state"] ?? ""]?.(p) ?? "",
};

const readiness: Record<string, Sentence> = {
  ready: () => "Ready: all materials are there when work starts.",
  part: (p) =>
    `In part: today's stock is enough for ${p["canMakeNow"] ?? ""} of ${p["quantity"] ?? ""} ${p["unit"] ?? ""}.`,
  short: (p) =>
    `Short: today's stock is enough for ${p["canMakeNow"] ?? ""} of ${p["quantity"] ?? ""} ${p["unit"] ?? ""}.`,
};

function counted(number = "", one: string, many: string): string {
  return `${number} ${number === "1" ? one : many}`;
}

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

/** "8.16 each × 24, rounded up to 196 EA": rounded only where it does not come out even. */
function amountOf({ isFixed, per = "", of = "", quantity = "", unit = "" }: Params): string {
  const amount = `${quantity} ${unit}`;
  if (isFixed === "true") return `${amount} for the whole MO`;
  const [each, times] = [parseDecimal(per), parseDecimal(of)];
  const isEven = each !== null && times !== null && decimalText(multiply(each, times)) === quantity;
  return `${per} each × ${of}${isEven ? " =" : ", rounded up to"} ${amount}`;
}

function scrap({ scrap: percent }: Params): string {
  return percent === "0" || percent === undefined ? "" : `, including ${percent} % scrap`;
}

function through({ through: names }: Params): string {
  return names === "" || names === undefined ? "" : `, through ${names}`;
}
