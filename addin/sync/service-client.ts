/** The service as the add-in asks it: every answer is parsed, every failure is a value. */
import type { z } from "zod";
import {
  batchSchema,
  pressProgressSchema,
  type Batch,
  type BatchRequest,
  type PressProgress,
} from "../../shared/wire/batch.ts";
import { eventPageSchema, type EventPage } from "../../shared/wire/events.ts";
import {
  actionResultsSchema,
  lookupSchema,
  orderSchema,
  type Lookup,
  type Order,
} from "../../shared/wire/order.ts";
import {
  explanationSchema,
  planSchema,
  type Explanation,
  type ExplanationRequest,
  type Plan,
  type PlanRequest,
} from "../../shared/wire/plan.ts";
import { problemDocumentSchema, type ProblemDocument } from "../../shared/wire/problem-document.ts";
import { orderCoverageListSchema } from "../../shared/wire/coverage.ts";
import { orderReadinessListSchema } from "../../shared/wire/readiness.ts";
import { serviceSchema, type Service } from "../../shared/wire/service.ts";
import type { OrderAction } from "../../shared/order/life.ts";

export type Asked<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  /** The service understood and said no. */
  | { readonly kind: "refused"; readonly problem: ProblemDocument }
  /** No answer, or none that makes sense: nobody knows whether the request arrived. */
  | { readonly kind: "unreachable"; readonly why: string };

export interface ActionRequest {
  readonly action: OrderAction;
  readonly numbers: readonly string[];
  readonly reason: string;
}

export interface ServiceClient {
  service(): Promise<Asked<Service>>;
  plan(request: PlanRequest): Promise<Asked<Plan>>;
  explain(request: ExplanationRequest): Promise<Asked<Explanation>>;
  createBatch(request: BatchRequest): Promise<Asked<Batch>>;
  /** How far a press is that was sent and not answered yet. */
  progress(key: string): Promise<Asked<PressProgress>>;
  /** Gives a press up; the answer says whether it was too late. */
  cancelPress(key: string): Promise<Asked<Batch>>;
  lookUp(numbers: readonly string[]): Promise<Asked<Lookup>>;
  readiness(numbers: readonly string[]): Promise<Asked<z.infer<typeof orderReadinessListSchema>>>;
  coverage(numbers: readonly string[]): Promise<Asked<z.infer<typeof orderCoverageListSchema>>>;
  order(number: string): Promise<Asked<Order>>;
  act(request: ActionRequest): Promise<Asked<z.infer<typeof actionResultsSchema>>>;
  events(after: number): Promise<Asked<EventPage>>;
  /** The raw event stream; the caller reads its body. Throws when it cannot be opened. */
  openStream(after: number, signal: AbortSignal): Promise<Response>;
}

/** `base`: where the API is, such as "https://planner.example/api/v1". */
export function createServiceClient(base: string): ServiceClient {
  const get = <Answer>(path: string, schema: z.ZodType<Answer>) => ask(fetch(base + path), schema);
  const post = <Answer>(path: string, body: unknown, schema: z.ZodType<Answer>) => {
    const headers = { "content-type": "application/json" };
    return ask(fetch(base + path, { method: "POST", headers, body: JSON.stringify(body) }), schema);
  };
  return {
    service: () => get("/service", serviceSchema),
    plan: (request) => post("/plans", request, planSchema),
    explain: (request) => post("/plans/explanation", request, explanationSchema),
    createBatch: (request) => post("/batches", request, batchSchema),
    progress: (key) => get(`/batches/by-key/${key}/progress`, pressProgressSchema),
    cancelPress: (key) => post(`/batches/by-key/${key}/cancel`, {}, batchSchema),
    lookUp: (numbers) => post("/manufacturing-orders/lookup", { numbers }, lookupSchema),
    readiness: (numbers) => post("/manufacturing-orders/readiness", { numbers }, orderReadinessListSchema),
    coverage: (numbers) => post("/manufacturing-orders/coverage", { numbers }, orderCoverageListSchema),
    order: (number) => get(`/manufacturing-orders/${number}`, orderSchema),
    act: ({ action, ...body }) => post(`/manufacturing-orders/${action}`, body, actionResultsSchema),
    events: (after) => get(`/events?after=${String(after)}`, eventPageSchema),
    openStream: async (after, signal) => {
      const response = await fetch(`${base}/events/stream?after=${String(after)}`, { signal });
      if (!response.ok) throw new Error(`The event stream answered ${String(response.status)}`);
      return response;
    },
  };
}

export async function ask<Answer>(
  sent: Promise<Response>,
  schema: z.ZodType<Answer>,
): Promise<Asked<Answer>> {
  try {
    const response = await sent;
    const body: unknown = await response.json();
    if (response.ok) return { kind: "answered", answer: schema.parse(body) };
    const problem = problemDocumentSchema.safeParse(body);
    const isOurs = problem.success && response.status < 500;
    return isOurs
      ? { kind: "refused", problem: problem.data }
      : { kind: "unreachable", why: `status ${String(response.status)}` };
  } catch (error) {
    return { kind: "unreachable", why: error instanceof Error ? error.message : String(error) };
  }
}
