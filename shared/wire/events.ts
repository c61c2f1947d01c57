/** GET /events pages through the log; GET /events/stream only says that there is more (DESIGN: the log is the truth). */
import { z } from "zod";
import { eventSchema } from "../event/event.ts";

export const eventPageSchema = z
  .object({
    events: z.array(eventSchema),
    position: z.number().int().meta({ description: "Ask for events after this next" }),
    more: z.boolean(),
  })
  .meta({ id: "EventPage" });
export type EventPage = z.infer<typeof eventPageSchema>;
