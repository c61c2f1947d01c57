/** The fields of a New MO; what is wrong stands at its field. */
import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { FoundItem } from "../../../shared/wire/items.ts";
import { readPriority } from "../../sync/new-order-request.ts";
import { ItemField } from "./item-field.tsx";
import { useNewOrder, useNewOrderState } from "./new-order-context.ts";
import { fieldLabels, priorityFault } from "./new-order-texts.ts";
import { useProblemAt } from "./problem-at.ts";
import { usePlannerState } from "../rows/planner-context.ts";

/** Nothing is typed into what is being made. */
export function NewOrderFieldset() {
  const { creating } = useNewOrderState();
  return (
    <fieldset className="form" disabled={creating !== null} aria-label="What to make">
      <ItemField />
      <TextField name="quantity" />
      <StoreFields />
      <RevisionField />
      <TextField name="needDate" type="date" />
      <PriorityField />
      <MemoField />
    </fieldset>
  );
}

interface TextFieldProps {
  readonly name: "quantity" | "needDate";
  readonly type?: "text" | "date";
}

function TextField({ name, type = "text" }: TextFieldProps) {
  const form = useNewOrder();
  const { fields } = useNewOrderState();
  return (
    <Field label={fieldLabels[name]} required={name === "quantity"} {...useProblemAt(name)}>
      <Input
        type={type}
        value={fields[name]}
        onChange={(_event, { value }) => form.type({ [name]: value })}
      />
    </Field>
  );
}

/** As text: a field for numbers gives nothing at all for what is not a number. */
function PriorityField() {
  const form = useNewOrder();
  const { priority } = useNewOrderState().fields;
  const fault = readPriority(priority).kind === "wrong" ? { validationMessage: priorityFault } : {};
  return (
    <Field label="Priority" {...fault}>
      <Input
        inputMode="numeric"
        value={priority}
        onChange={(_event, { value }) => form.type({ priority: value })}
      />
    </Field>
  );
}

function StoreFields() {
  const form = useNewOrder();
  const { fields } = useNewOrderState();
  const { service } = usePlannerState();
  const stores = service?.stores.filter(({ makes }) => makes) ?? [];
  const chosen = stores.find(
    ({ code }) => code === (fields.store === "" ? service?.defaultStore : fields.store),
  );
  return (
    <>
      <Field label={fieldLabels.store} {...useProblemAt("store")}>
        <Select value={chosen?.code ?? ""} onChange={(_event, { value }) => form.type({ store: value })}>
          {stores.map(({ code, name }) => (
            <option key={code} value={code}>{`${code} · ${name}`}</option>
          ))}
        </Select>
      </Field>
      <Field label={fieldLabels.location} {...useProblemAt("location")}>
        <Select value={fields.location} onChange={(_event, { value }) => form.type({ location: value })}>
          <option value="">The store’s default</option>
          {chosen?.locations.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

function RevisionField() {
  const form = useNewOrder();
  const { fields, found } = useNewOrderState();
  const item = found.find(({ number }) => number.toLowerCase() === fields.item.trim().toLowerCase());
  const revisions = item?.revisions ?? [];
  const chosen = revisions.findIndex(
    ({ bom, revision }) => bom === fields.bom && revision === fields.revision,
  );
  const choose = (value: string): void => {
    const { bom, revision } = revisions[Number(value)] ?? { bom: "", revision: "" };
    form.type(value === "" ? { bom: "", revision: "" } : { bom, revision });
  };
  return (
    <Field label={fieldLabels.revision} {...useProblemAt("bom")} {...useProblemAt("revision")}>
      <Select value={chosen === -1 ? "" : String(chosen)} onChange={(_event, { value }) => choose(value)}>
        <option value="">The one valid on the schedule date</option>
        {revisions.map((one, index) => (
          <option key={`${one.bom} ${one.revision}`} value={String(index)}>
            {revisionWords(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** "Standard · rev. B (2026-01-01 to …)": an item may have several bills with the same revisions. */
function revisionWords({ bom, revision, validFrom, validTo }: FoundItem["revisions"][number]): string {
  const span = validFrom === null && validTo === null ? "" : ` (${validFrom ?? "…"} to ${validTo ?? "…"})`;
  return `${bom} · rev. ${revision}${span}`;
}

function MemoField() {
  const form = useNewOrder();
  const { fields } = useNewOrderState();
  return (
    <Field label={fieldLabels.notes} {...useProblemAt("notes")}>
      <Textarea value={fields.memo} onChange={(_event, { value }) => form.type({ memo: value })} />
    </Field>
  );
}
