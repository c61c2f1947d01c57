/** A batch as office.js sends it: the actions of one context.sync(), and the paths to the objects they are about. */
import { z } from "zod";

const argumentInfo = z.object({
  Arguments: z.array(z.json()).optional(),
  ReferencedObjectPathIds: z.array(z.number()).optional(),
});

const pathSchema = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string().optional(),
  ParentObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.optional(),
});
export type Path = z.infer<typeof pathSchema>;

const actionSchema = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string().optional(),
  ObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.optional(),
  QueryInfo: z.record(z.string(), z.json()).optional(),
});
export type Action = z.infer<typeof actionSchema>;

export const batchSchema = z.object({
  Actions: z.array(actionSchema),
  ObjectPaths: z.record(z.string(), pathSchema),
});
export type Batch = z.infer<typeof batchSchema>;

export const PATH = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** 6 to 9 exist and did not occur; they are refused by number. */
export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
