/** The fields of a New MO; what is wrong stands at its field. */
import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { DraftField } from "../../../shared/row/draft-line.ts";
import type { NewOrderFields } from "../../sync/new-order-state.ts";
import { ItemField } from "./item-field.tsx";
import { useNewOrder, useNewOrderState } from "./new-order-context.ts";
import { useProblemAt } from "./problem-at.ts";
import { usePlannerState } from "../rows/planner-context.ts";

export function NewOrderFieldset() {
  return (
    <div className="form">
      <ItemField />
      <TextField name="quantity" label="Manufacture Order Qty" />
      <StoreFields />
      <RevisionField />
      <TextField name="needDate" label="Need Date" type="date" />
      <TextField name="priority" label="Priority" type="number" />
      <MemoField />
    </div>
  );
}

interface TextFieldProps {
  readonly name: Extract<keyof NewOrderFields, "quantity" | "needDate" | "priority">;
  readonly label: string;
  readonly type?: "text" | "date" | "number";
}

function TextField({ name, label, type = "text" }: TextFieldProps) {
  const form = useNewOrder();
  const { fields } = useNewOrderState();
  const field: DraftField = name === "needDate" ? "needDate" : "quantity";
  const problem = useProblemAt(field);
  return (
    <Field label={label} required={name === "quantity"} {...(name === "priority" ? {} : problem)}>
      <Input
        type={type}
        value={fields[name]}
        onChange={(_event, { value }) => form.type({ [name]: value })}
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
      <Field label="Store" {...useProblemAt("store")}>
        <Select value={chosen?.code ?? ""} onChange={(_event, { value }) => form.type({ store: value })}>
          {stores.map(({ code, name }) => (
            <option key={code} value={code}>{`${code} · ${name}`}</option>
          ))}
        </Select>
      </Field>
      <Field label="Location" {...useProblemAt("location")}>
        <Select value={fields.location} onChange={(_event, { value }) => form.type({ location: value })}>
          <option value="">The store’s own</option>
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
  return (
    <Field label="Bill Of Material" {...useProblemAt("revision")}>
      <Select value={fields.revision} onChange={(_event, { value }) => form.type({ revision: value })}>
        <option value="">The one valid on the schedule date</option>
        {item?.revisions.map(({ bom, revision, validFrom, validTo }) => (
          <option key={`${bom} ${revision}`} value={revision}>
            {`${bom} · ${revision}${validFrom === null && validTo === null ? "" : ` (${validFrom ?? "…"} to ${validTo ?? "…"})`}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function MemoField() {
  const form = useNewOrder();
  const { fields } = useNewOrderState();
  return (
    <Field label="Memo" {...useProblemAt("notes")}>
      <Textarea value={fields.memo} onChange={(_event, { value }) => form.type({ memo: value })} />
    </Field>
  );
}
