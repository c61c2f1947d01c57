/** The materials of an order that is made: a list that can be changed, saved all at once, errors at their lines. */
import { Badge, Button, Checkbox, Spinner } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import { isUnfinished } from "../../../shared/order/life.ts";
import { isChanged } from "../../sync/material-drafts.ts";
import { isEdited, type OpenMaterials } from "../../sync/material-editor.ts";
import { Why } from "../parts/explanation.tsx";
import { MaterialLine } from "./material-line.tsx";
import { addClass, focusAdd } from "./materials-focus.ts";
import { useMaterials, useMaterialsOf } from "./materials-context.ts";
import { count } from "../texts.ts";
import "./materials.css";

export function OrderMaterials({ number }: { readonly number: string }) {
  const editor = useMaterials();
  const state = useMaterialsOf(number);
  if (state === undefined || state.kind === "loading")
    return (
      <Spinner className="materials" size="extra-tiny" label="Loading the materials" labelPosition="after" />
    );
  if (state.kind === "untold")
    return (
      <div className="materials">
        <p role="alert">{state.why}</p>
        <Button size="small" onClick={() => editor.discard(number)}>
          Try again
        </Button>
      </div>
    );
  return <Materials state={state} />;
}

function Materials({ state }: { readonly state: OpenMaterials }) {
  const editor = useMaterials();
  const { order, lines } = state;
  const canEdit = isUnfinished(order.status) && order.type === "manufacture";
  return (
    <div className="materials" role="group" aria-label={`Materials of ${order.number}`}>
      <Heading state={state} />
      <ul className="list">
        {lines.map((line, index) => (
          <li key={line.key}>
            <MaterialLine
              order={order.number}
              line={line}
              place={index + 1}
              canEdit={canEdit && !state.isSaving}
            />
          </li>
        ))}
      </ul>
      {order.removedMaterials.map(({ item, by }) => (
        <p key={item} className="quiet">{`${item} was taken out by ${by}.`}</p>
      ))}
      {canEdit ? <EditBar state={state} /> : null}
      <p
        className={state.told.isFault ? "line-problem" : "quiet"}
        role={state.told.isFault ? "alert" : "status"}
      >
        {state.told.text}
      </p>
      <Why key={order.version} why={() => editor.explain(order)} />
    </div>
  );
}

/** For how many they are, and what happens to them when the demand changes. */
function Heading({ state: { order } }: { readonly state: OpenMaterials }) {
  const [first] = order.demand;
  const follows = order.link === "dynamic" && order.status === "open" && first !== undefined;
  return (
    <div className="materials-head">
      <h3>{`Materials for ${order.quantity} ${order.unit}`}</h3>
      {follows ? (
        <Badge appearance="tint" size="small" color="informative">
          {`Follows ${first.document} line ${first.line}`}
        </Badge>
      ) : null}
    </div>
  );
}

function EditBar({ state }: { readonly state: OpenMaterials }) {
  const editor = useMaterials();
  const { order, lines, follow, isSaving } = state;
  const changes = lines.filter(isChanged).length;
  return (
    <>
      {changes > 0 ? <Follow order={order} follow={follow} /> : null}
      <div className="made-actions">
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={changes === 0 || isSaving}
          icon={isSaving ? <Spinner size="extra-tiny" /> : null}
          onClick={() => void editor.save(order.number)}
        >
          {changes === 0 ? "Save" : `Save ${count(changes, "change", "changes")}`}
        </Button>
        {isEdited(state) ? <Discard state={state} /> : null}
        <Button
          size="small"
          appearance="subtle"
          className={addClass}
          icon={<Add16Regular />}
          disabled={isSaving}
          onClick={() => editor.add(order.number)}
        >
          Add material
        </Button>
      </div>
    </>
  );
}

/** Whether the MOs that make its sub-assemblies make more or less of them too (R17). */
function Follow({ order, follow }: Pick<OpenMaterials, "order" | "follow">) {
  const editor = useMaterials();
  if (order.children.length === 0) return null;
  return (
    <Checkbox
      checked={follow}
      label={count(order.children.length, "sub-assembly MO follows", "sub-assembly MOs follow")}
      onChange={(_event, { checked }) => editor.follow(order.number, checked === true)}
    />
  );
}

function Discard({ state: { order, isSaving } }: { readonly state: OpenMaterials }) {
  const editor = useMaterials();
  return (
    <Button
      size="small"
      disabled={isSaving}
      onClick={({ currentTarget }) => {
        focusAdd(currentTarget);
        editor.discard(order.number);
      }}
    >
      Discard
    </Button>
  );
}
