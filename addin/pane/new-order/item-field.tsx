/** What to make: typed, or chosen among what was found. What is typed stays, unless the planner goes to another item. */
import { Combobox, Field, Option } from "@fluentui/react-components";
import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import type { FoundItem } from "../../../shared/wire/items.ts";
import { useNewOrder, useNewOrderState } from "./new-order-context.ts";
import { fieldLabels } from "./new-order-texts.ts";
import { useProblemAt } from "./problem-at.ts";

export const ITEM_FIELD_ID = "new-mo-item";

/** Tab leads on to the quantity: with the keys, the list opens from the field. */
const FOR_THE_MOUSE = { tabIndex: -1 };

/** Keys that go to an option of the list. */
const GOING = new Set(["ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp"]);

export function ItemField() {
  const form = useNewOrder();
  const { fields, found } = useNewOrderState();
  const [isOpen, setOpen] = useState(false);
  const { noteKey, isMeant, forget } = useMeant();
  const choose = (event: SyntheticEvent, number: string | undefined): void => {
    // Typing takes a choice back, and says so with no option at all.
    if (number === undefined || !isMeant(event)) return;
    forget();
    form.type({ item: number });
  };
  const type = (item: string): void => {
    forget();
    setOpen(true);
    form.type({ item });
  };
  return (
    <Field label={fieldLabels.item} required {...useProblemAt("item")}>
      <Combobox
        id={ITEM_FIELD_ID}
        freeform
        disableAutoFocus
        placeholder="Number, alias or words of the description"
        value={fields.item}
        selectedOptions={[]}
        open={isOpen && found.length > 0}
        onOpenChange={(_event, { open }) => setOpen(open)}
        expandIcon={FOR_THE_MOUSE}
        listbox={{ className: "short-list" }}
        onFocus={() => (fields.item === "" ? form.offerItems() : undefined)}
        onBlur={() => setOpen(false)}
        onKeyDown={noteKey}
        onChange={({ target }) => type(target.value)}
        onOptionSelect={(event, { optionValue }) => choose(event, optionValue)}
      >
        {found.map(asOption)}
      </Combobox>
    </Field>
  );
}

function asOption({ number, description }: FoundItem) {
  return (
    <Option key={number} value={number} text={number}>
      <span className="item-option">
        <strong>{number}</strong> <span className="quiet">{description}</span>
      </span>
    </Option>
  );
}

/** The list takes its active option with Tab and Enter, whoever made it active: only the planner's arrows count. */
function useMeant() {
  const hasGone = useRef(false);
  return {
    noteKey: ({ key }: KeyboardEvent) => {
      if (GOING.has(key)) hasGone.current = true;
    },
    isMeant: ({ type }: SyntheticEvent) => type !== "keydown" || hasGone.current,
    forget: () => {
      hasGone.current = false;
    },
  };
}
