/** The fields of a New MO; what is wrong stands at its field. */
import { Field, Input, Select, Textarea } from "@fluentui/react-components";
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

/** As text: a field for numbers gives nothing at all for what is no number. */
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
  const nameOf = ({ bom, revision }: { readonly bom: string; readonly revision: string }): string =>
    JSON.stringify([bom, revision]);
  const choose = (name: string): void => {
    const { bom = "", revision = "" } = item?.revisions.find((one) => nameOf(one) === name) ?? {};
    form.type({ bom, revision });
  };
  return (
    <Field label={fieldLabels.revision} {...useProblemAt("bom")} {...useProblemAt("revision")}>
      <Select
        value={fields.revision === "" ? "" : nameOf(fields)}
        onChange={(_event, { value }) => choose(value)}
      >
        <option value="">The one valid on the schedule date</option>
        {item?.revisions.map(({ bom, revision, validFrom, validTo }) => (
          <option key={nameOf({ bom, revision })} value={nameOf({ bom, revision })}>
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
    <Field label={fieldLabels.notes} {...useProblemAt("notes")}>
      <Textarea value={fields.memo} onChange={(_event, { value }) => form.type({ memo: value })} />
    </Field>
  );
}
