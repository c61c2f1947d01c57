/** Why an order on the books is what it is: how it was planned when it was made, and who did what since. */
import { explanationSentence } from "../../../shared/planning/explain-sentences.ts";
import type { ExplanationStep } from "../../../shared/planning/explain.ts";
import { demandSteps, quantitySteps } from "../../../shared/planning/explain-demand.ts";
import { ratioText, ratioOf } from "../../../shared/quantity/ratio.ts";
import { decimal } from "../../../shared/quantity/decimal.ts";
import type { OrderExplanation } from "../../../shared/wire/readiness.ts";
import { historyOf, noticesOf, stepsOf } from "../../store/explanation-store.ts";
import { materialsOfOrders, type OpenMaterial } from "../../store/orders/open-order-materials.ts";
import { toldEdits, type ToldEdit } from "../../store/orders/told-edits.ts";
import { demandOf, findOrder, type StoredOrder } from "../../store/orders/order-store.ts";
import type { Ports } from "../ports.ts";

export function explainOrderOnBooks(ports: Ports, number: string): Promise<OrderExplanation | null> {
  return ports.database.read(async (transaction) => {
    const order = await findOrder(transaction, number);
    if (order === undefined) return null;
    const demand = await demandOf(transaction, order.id);
    const noted = await stepsOf(transaction, order.id);
    const materials = await materialsOfOrders(transaction, [order.id]);
    const edits = await toldEdits(transaction, order.id);
    const steps = [
      ...demandSteps({ ...order, needDate: order.needDate ?? "", shares: demand }),
      ...noted.filter(isAboutMerging),
      ...quantitySteps(await noticesOf(transaction, order.id)),
      ...noted.filter((step) => !isAboutStock(step) && !isAboutMerging(step)),
      ...materials.flatMap((material) => materialSteps(order, material, { noted, edits })),
      ...edits.filter(({ kind }) => kind === "removed").map(removedStep),
      ...noted.filter((step) => step.code === "readiness"),
    ].map((step) => ({ ...step, params: { ...step.params }, sentence: explanationSentence(step) }));
    return { number, steps, history: await historyOf(transaction, order.id) };
  });
}

function isAboutMerging({ code }: ExplanationStep): boolean {
  return code.startsWith("merged");
}

function isAboutStock({ code }: ExplanationStep): boolean {
  return code.startsWith("material") || code === "readiness";
}

interface Known {
  readonly noted: readonly ExplanationStep[];
  readonly edits: readonly ToldEdit[];
}

function materialSteps(
  order: StoredOrder,
  material: OpenMaterial,
  { noted, edits }: Known,
): readonly ExplanationStep[] {
  const { item: component, quantity, unit, quantityPer, isFixed } = material;
  const edit = edits.find(({ position, kind }) => position === material.position && kind !== "removed");
  if (edit !== undefined) return [editedStep(order, material, edit)];
  const per = ratioText(ratioOf(decimal(quantityPer)));
  const params = { component, quantity, unit, per, isFixed: String(isFixed === 1), of: order.quantity };
  const about = noted.filter(
    ({ code, params: told }) => code.startsWith("material-") && told["component"] === component,
  );
  return [{ code: "material", params }, ...about];
}

function editedStep(order: StoredOrder, material: OpenMaterial, edit: ToldEdit): ExplanationStep {
  const { item: component, quantity, unit } = material;
  const set = { set: edit.quantity, setUnit: edit.unit, setFor: edit.of, isFixed: String(edit.isFixed) };
  const params = {
    component,
    quantity,
    unit,
    of: order.quantity,
    ofUnit: order.unit,
    ...set,
    ...byWhom(edit),
  };
  if (edit.kind === "added") return { code: "material-added", params };
  if (edit.kind === "set") return { code: "material-set", params };
  return { code: "material-replaced", params: { ...params, insteadOf: edit.instead ?? "" } };
}

function removedStep(edit: ToldEdit): ExplanationStep {
  return { code: "material-removed", params: { component: edit.instead ?? "", ...byWhom(edit) } };
}

function byWhom({ by, at }: ToldEdit): { readonly by: string; readonly at: string } {
  return { by, at };
}
