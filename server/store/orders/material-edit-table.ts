/** What people set in an order's materials: laid over the bill of materials whenever the order is planned anew. */
import type { Generated } from "kysely";

export interface MoMaterialEditTable {
  id: Generated<number>;
  mo_id: number;
  /** The BOM line it is instead of: its component, and the how manyeth with it; null for a line that was added. */
  origin_item_id: number | null;
  origin_nth: number | null;
  position: number | null;
  /** Null when the line was removed; so are unit and quantities. */
  item_id: number | null;
  unit_code: string | null;
  quantity: string | null;
  /** The order's quantity it was typed for. */
  of_quantity: string | null;
  is_fixed: 0 | 1;
  edited_at: string;
  edited_by: string;
}
