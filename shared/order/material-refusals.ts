/** Why a change of a material line was refused, at its line and field. */
import { problemCodes } from "../row/problem.ts";
import { problemSentence } from "../row/problem-sentences.ts";

const ownCodes = [
  "position-unknown",
  "line-changed",
  "quantity-too-fine",
  "below-issued",
  "material-issued",
  "consumes-itself",
] as const;
type OwnCode = (typeof ownCodes)[number];

/** What is wrong with an item, a unit or a quantity is said in the same codes as for a row. */
export const lineRefusalCodes = [...problemCodes, ...ownCodes] as const;
export type LineRefusalCode = (typeof lineRefusalCodes)[number];

export const lineFields = ["position", "item", "quantity", "unit"] as const;
export type LineField = (typeof lineFields)[number];

export interface LineRefusal {
  readonly field: LineField;
  readonly code: LineRefusalCode;
  /** As it was sent. */
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface RefusedLine extends LineRefusal {
  /** Of the changes that were sent, from 0. */
  readonly line: number;
}

type Sentence = (refusal: LineRefusal) => string;

const sentences: Record<OwnCode, Sentence> = {
  "position-unknown": ({ value }) => `The MO no longer has a material at position ${value}.`,
  "line-changed": ({ field, params }) =>
    `The ${fieldWords[field]} is no longer ${params["from"] ?? ""}: somebody changed it to ${params["now"] ?? ""}.`,
  "quantity-too-fine": ({ value, params: { unit = "the unit", decimals = "0" } }) =>
    decimals === "0"
      ? `${value} is not a quantity in ${unit}: enter a whole number.`
      : `${value} is not a quantity in ${unit}: enter at most ${decimals} decimals.`,
  "below-issued": ({ params }) =>
    `${params["issued"] ?? ""} ${params["unit"] ?? ""} have already been issued to this MO, so the line cannot be for less.`,
  "material-issued": ({ params }) =>
    `${params["issued"] ?? ""} ${params["unit"] ?? ""} of ${params["item"] ?? ""} have been issued to this MO. Return them first.`,
  "consumes-itself": ({ params }) => `An MO cannot use its own product: ${params["loop"] ?? ""}.`,
};

const fieldWords: Record<LineField, string> = {
  position: "position",
  item: "component",
  quantity: "quantity",
  unit: "unit",
};

export function lineRefusalSentence(refusal: LineRefusal): string {
  const { code, value, params } = refusal;
  if (isOwn(code)) return sentences[code](refusal);
  const { message, fix } = problemSentence({ code, value, params });
  return code === "unit-not-converted" ? message : `${message} ${fix}`;
}

function isOwn(code: LineRefusalCode): code is OwnCode {
  return ownCodes.some((own) => own === code);
}
