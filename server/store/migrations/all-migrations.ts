/** Every migration there ever was, oldest first. A released one is never changed: add another. */
import type { Migration } from "kysely";
import { addBatchHistory } from "./2026-11-23-batch-history.ts";
import { createCatalog } from "./2026-11-23-catalog.ts";
import { addCoverage } from "./2026-11-23-coverage.ts";
import { addLife } from "./2026-11-23-life.ts";
import { addPlanning } from "./2026-11-23-planning.ts";
import { addOwnMaterials } from "./2026-11-23-own-materials.ts";
import { createOrders } from "./2026-11-23-orders.ts";
import { addSeenDemand } from "./2026-11-24-seen-demand.ts";
import { knowRowsByLine } from "./2026-11-28-one-line-a-row.ts";
import { addShareOfRow } from "./2026-11-28-share-of-row.ts";

export const allMigrations: Record<string, Migration> = {
  "2026-11-23-a-catalog": { up: createCatalog },
  "2026-11-23-b-orders": { up: createOrders },
  "2026-11-23-c-planning": { up: addPlanning },
  "2026-11-23-d-life": { up: addLife },
  "2026-11-23-e-coverage": { up: addCoverage },
  "2026-11-23-f-batch-history": { up: addBatchHistory },
  "2026-11-23-g-own-materials": { up: addOwnMaterials },
  "2026-11-24-a-seen-demand": { up: addSeenDemand },
  "2026-11-28-a-one-line-a-row": { up: knowRowsByLine },
  "2026-11-28-b-share-of-row": { up: addShareOfRow },
};
