/** Changing what orders are: materials by hand, amendments, splitting, merging, taking apart. */
import { z } from "zod";
import { requestKeySchema } from "./batch.ts";
import { childrenSchema, numbersSchema } from "./order.ts";
import { prioritySchema } from "./lines.ts";

export const materialsRequestSchema = z
  .object({
    action: z.enum(["issue", "return"]),
    materials: z
      .array(z.object({ position: z.number().int(), quantity: z.string().max(40) }))
      .min(1)
      .max(5000),
  })
  .meta({ id: "MaterialsRequest", description: "All of the lines are moved, or none" });
export type MaterialsRequest = z.infer<typeof materialsRequestSchema>;

export const materialsOfManySchema = z
  .object({
    orders: z
      .array(z.object({ number: z.string().max(40), ...materialsRequestSchema.shape }))
      .min(1)
      .max(20_000),
  })
  .meta({ id: "MaterialsOfMany", description: "For each order, all of its lines are moved, or none" });

const lineTextSchema = z.object({
  item: z.string().max(200),
  quantity: z.string().max(40),
  unit: z.string().max(40).optional().meta({ description: "The line's or the item's own when left out" }),
});

const lineChangeSchema = z.union([
  z.object({
    position: z.number().int(),
    from: lineTextSchema.meta({ description: "As it was seen" }),
    to: lineTextSchema.nullable().meta({ description: "null removes the line" }),
  }),
  // Strict: a change that forgot what it saw must not become a new line.
  z.strictObject({ to: lineTextSchema }).meta({ description: "A new line" }),
]);

/** Each line as it was seen and as it is to be: refused only when that line is no longer as it was seen (R61). */
export const materialChangesSchema = z
  .object({ materials: z.array(lineChangeSchema).min(1).max(500), children: childrenSchema })
  .meta({ id: "MaterialChanges", description: "All of the lines are changed, or none" });
export type MaterialChanges = z.infer<typeof materialChangesSchema>;

export const materialChangesOfManySchema = z
  .object({
    orders: z
      .array(z.object({ number: z.string().max(40), ...materialChangesSchema.shape }))
      .min(1)
      .max(1000),
  })
  .meta({ id: "MaterialChangesOfMany" });

/** A field as it was seen, and as it is to be: refused only when it is no longer as it was seen (R61). */
const edit = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value }).optional();

export const amendmentRequestSchema = z
  .object({
    changes: z.object({
      quantity: edit(z.string().max(40)),
      // Which texts are days is told for each order: one that is none stops no other.
      needDate: edit(
        z.string().max(40).nullable().meta({ description: "Calendar date, YYYY-MM-DD, from 1900 on" }),
      ),
      priority: edit(prioritySchema),
      memo: edit(z.string().max(1000)),
      store: edit(z.string().max(100)),
      revision: edit(z.string().max(100)),
    }),
    children: childrenSchema,
  })
  .meta({ id: "AmendmentRequest" });

export const amendmentSchema = z
  .object({ number: z.string().max(40), ...amendmentRequestSchema.shape })
  .meta({ id: "Amendment" });
export type Amendment = z.infer<typeof amendmentSchema>;

export const amendmentsRequestSchema = z
  .object({ orders: z.array(amendmentSchema).min(1).max(20_000) })
  .meta({ id: "AmendmentsRequest" });

export const splitRequestSchema = z
  .object({
    quantities: z
      .array(z.string().max(40))
      .min(2)
      .max(100)
      .meta({ description: "They add up to what is still to be made; the first stays with the order" }),
    children: childrenSchema,
  })
  .meta({ id: "SplitRequest" });
export type SplitRequest = z.infer<typeof splitRequestSchema>;

export const splitsRequestSchema = z
  .object({
    orders: z
      .array(z.object({ number: z.string().max(40), ...splitRequestSchema.shape }))
      .min(1)
      .max(1000),
  })
  .meta({ id: "SplitsRequest" });

export const disassemblyRequestSchema = z
  .object({
    key: requestKeySchema,
    item: z.string().max(200),
    quantity: z.string().max(40),
    store: z.string().max(200).default(""),
    notes: z.string().max(1000).default(""),
  })
  .meta({ id: "DisassemblyRequest" });
export type DisassemblyRequest = z.infer<typeof disassemblyRequestSchema>;

export const mergeRequestSchema = z
  .object({ into: z.string().max(40), numbers: numbersSchema })
  .meta({ id: "MergeRequest", description: "All are merged, or none" });
export type MergeRequest = z.infer<typeof mergeRequestSchema>;
