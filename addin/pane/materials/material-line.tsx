/** One material: component, quantity and unit, what is known of it, and what is wrong with it. */
import { Button, Input, mergeClasses } from "@fluentui/react-components";
import { ArrowUndo16Regular, Delete16Regular } from "@fluentui/react-icons";
import { useId, useState } from "react";
import type { LineField } from "../../../shared/order/material-refusals.ts";
import { isChanged, type DraftLine, type LineTexts } from "../../sync/material-drafts.ts";
import { focusAdd } from "./materials-focus.ts";
import { useMaterials } from "./materials-context.ts";

interface MaterialLineProps {
  readonly order: string;
  readonly line: DraftLine;
  /** From 1. */
  readonly place: number;
  readonly canEdit: boolean;
}

export function MaterialLine(props: MaterialLineProps) {
  const { line, canEdit } = props;
  const problems = useId();
  const [isBack, setBack] = useState(false);
  return (
    <div className={mergeClasses("material", isChanged(line) && "is-changed")}>
      {canEdit && !line.isRemoved ? (
        <Fields {...props} problems={problems} isBack={isBack} />
      ) : (
        <Plain {...props} onKeep={() => setBack(true)} />
      )}
      <About line={line} />
      <div id={problems} role="alert" className="line-problem">
        {[...new Set(line.problems.map(({ message }) => message))].join(" ")}
      </div>
    </div>
  );
}

const labels: Record<keyof LineTexts, string> = { item: "Component", quantity: "Quantity", unit: "Unit" };

interface FieldsProps extends MaterialLineProps {
  /** The id of what is wrong. */
  readonly problems: string;
  /** It was struck out a moment ago: the keyboard stays with it. */
  readonly isBack: boolean;
}

function Fields({ order, line, place, problems, isBack }: FieldsProps) {
  const editor = useMaterials();
  const isOut = line.seen !== null && line.seen.issuedQuantity !== "0";
  const field = (name: keyof LineTexts) => (
    <Input
      size="small"
      className={`material-${name}`}
      aria-label={`${labels[name]}, line ${String(place)}`}
      aria-invalid={isWrong(line, name)}
      aria-describedby={problems}
      value={line[name]}
      readOnly={name === "item" && isOut}
      autoFocus={name === "item" && (isBack || line.seen === null)}
      placeholder={line[name] === "" ? labels[name] : ""}
      onChange={(_event, { value }) => editor.type(order, line.key, { [name]: value })}
    />
  );
  return (
    <div className="material-fields">
      {field("item")}
      {field("quantity")}
      {field("unit")}
      <Button
        size="small"
        appearance="subtle"
        icon={<Delete16Regular />}
        aria-label={`Remove ${nameOf(line, place)}`}
        title={isOut ? "Some of it is out of the store: return it first" : "Remove"}
        disabledFocusable={isOut}
        onClick={({ currentTarget }) => {
          if (line.seen === null) focusAdd(currentTarget);
          editor.remove(order, line.key, true);
        }}
      />
    </div>
  );
}

function isWrong({ problems }: DraftLine, name: LineField): boolean {
  return problems.some(({ field }) => field === name);
}

/** As it is when it cannot be changed, or struck out. */
function Plain({ order, line, place, canEdit, onKeep }: MaterialLineProps & { readonly onKeep: () => void }) {
  const editor = useMaterials();
  return (
    <div className="material-fields">
      <span className={mergeClasses("material-item material-name", line.isRemoved && "is-removed")}>
        {line.item}
      </span>
      <span
        className={mergeClasses("number", line.isRemoved && "is-removed")}
      >{`${line.quantity} ${line.unit}`}</span>
      {line.isRemoved && canEdit ? (
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowUndo16Regular />}
          autoFocus
          aria-label={`Keep ${nameOf(line, place)}`}
          title="Keep"
          onClick={() => {
            onKeep();
            editor.remove(order, line.key, false);
          }}
        />
      ) : null}
    </div>
  );
}

function nameOf({ item }: DraftLine, place: number): string {
  return item === "" ? `line ${String(place)}` : item;
}

function About({ line: { seen, item, isRemoved } }: { readonly line: DraftLine }) {
  if (seen === null) return null;
  const { description, instruction, issuedQuantity, unit, edit } = seen;
  const parts = [
    item === seen.item ? description : `instead of ${seen.item}`,
    instruction,
    issuedQuantity === "0" ? "" : `${issuedQuantity} ${unit} issued`,
    edit === null ? "" : editText(edit),
    isRemoved ? "will be removed" : "",
  ];
  return <div className="quiet material-about">{parts.filter((part) => part !== "").join(" · ")}</div>;
}

function editText({ kind, by, insteadOf }: NonNullable<NonNullable<DraftLine["seen"]>["edit"]>): string {
  if (kind === "replaced") return `instead of ${insteadOf ?? "another"}, by ${by}`;
  return kind === "added" ? `added by ${by}` : `set by ${by}`;
}
