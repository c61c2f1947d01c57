/** Previews, presses, orders and their events, as the pane asks the service for them. */
import type { z } from "zod";
import {
  batchSchema,
  pressProgressSchema,
  type Batch,
  type BatchRequest,
  type PressProgress,
} from "../../../shared/wire/batch.ts";
import { eventPageSchema, type EventPage } from "../../../shared/wire/events.ts";
import {
  actionResultsSchema,
  lookupSchema,
  orderSchema,
  type Lookup,
  type Order,
} from "../../../shared/wire/order.ts";
import {
  explanationSchema,
  planSchema,
  type Explanation,
  type ExplanationRequest,
  type Plan,
  type PlanRequest,
} from "../../../shared/wire/plan.ts";
import { orderCoverageListSchema } from "../../../shared/wire/coverage.ts";
import { orderReadinessListSchema } from "../../../shared/wire/readiness.ts";
import { serviceSchema, type Service } from "../../../shared/wire/service.ts";
import type { OrderAction } from "../../../shared/order/life.ts";
import type { Asked, Http } from "./http.ts";

export interface ActionRequest {
  readonly action: OrderAction;
  readonly numbers: readonly string[];
  readonly reason: string;
}

export interface ServiceClient {
  service(): Promise<Asked<Service>>;
  plan(request: PlanRequest): Promise<Asked<Plan>>;
  explain(request: ExplanationRequest): Promise<Asked<Explanation>>;
  /** The signal takes it back as far as this pane goes: nobody knows then whether it arrived. */
  createBatch(request: BatchRequest, signal: AbortSignal): Promise<Asked<Batch>>;
  /** What became of a press; refused as not found when nothing was made with its key. */
  batchOf(key: string): Promise<Asked<Batch>>;
  /** How far a press is that was sent and not answered yet. */
  progress(key: string, signal?: AbortSignal): Promise<Asked<PressProgress>>;
  /** The answer says whether it was too late. */
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

export function createServiceClient({ get, post, open }: Http): ServiceClient {
  const orders = "/manufacturing-orders";
  const long = { limit: "long" } as const;
  return {
    service: () => get("/service", serviceSchema),
    plan: (request) => post({ path: "/plans", body: request }, planSchema, long),
    explain: (request) => post({ path: "/plans/explanation", body: request }, explanationSchema, long),
    // Its progress tells whether it is under way: a big one takes as long as it takes.
    createBatch: (request, signal) =>
      post({ path: "/batches", body: request }, batchSchema, { limit: "none", signal }),
    batchOf: (key) => get(`/batches/by-key/${key}`, batchSchema, long),
    progress: (key, signal) => get(`/batches/by-key/${key}/progress`, pressProgressSchema, { signal }),
    cancelPress: (key) => post({ path: `/batches/by-key/${key}/cancel`, body: {} }, batchSchema, long),
    lookUp: (numbers) => post({ path: `${orders}/lookup`, body: { numbers } }, lookupSchema, long),
    readiness: (numbers) =>
      post({ path: `${orders}/readiness`, body: { numbers } }, orderReadinessListSchema, long),
    coverage: (numbers) =>
      post({ path: `${orders}/coverage`, body: { numbers } }, orderCoverageListSchema, long),
    order: (number) => get(`${orders}/${number}`, orderSchema),
    act: ({ action, ...body }) => post({ path: `${orders}/${action}`, body }, actionResultsSchema, long),
    events: (after) => get(`/events?after=${String(after)}`, eventPageSchema),
    openStream: (after, signal) => open(`/events/stream?after=${String(after)}`, signal),
  };
}
