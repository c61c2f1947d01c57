/** Excel.AutoFilter: of its kinds of criteria, the list of wanted values. Filtered rows are hidden rows. */
import type { Filter } from "../model/filter.ts";
import { isAbsent, isHostObject, isList, numberOf } from "./arguments.ts";
import { missing, NOTHING, object, type Argument, type HostObject, type Methods } from "./host-object.ts";

export interface FilterPlace {
  /** Null while a sheet has none; a table always has one. */
  readonly filter: Filter | null;
  readonly rangeOf: (filter: Filter) => HostObject;
  /** Puts a filter on a range of a sheet, or finds the table's. */
  readonly on: (range: Argument) => Filter;
  readonly remove: () => void;
}

export function autoFilterObject({ filter, rangeOf, on, remove }: FilterPlace): HostObject {
  const methods: Methods = {
    Apply: (range, column, criteria) => {
      const target = on(range);
      if (!isAbsent(column)) target.apply(numberOf(column), wantedTexts(criteria));
      return NOTHING;
    },
    ClearColumnCriteria: (column) => {
      filter?.clear(numberOf(column));
      return NOTHING;
    },
    ClearCriteria: () => {
      filter?.clear();
      return NOTHING;
    },
    Reapply: () => {
      filter?.reapply();
      return NOTHING;
    },
    Remove: () => {
      filter?.clear();
      remove();
      return NOTHING;
    },
    GetRangeOrNullObject: () => object(filter === null ? null : rangeOf(filter)),
  };
  const scalars = { Enabled: () => filter !== null, IsDataFiltered: () => filter?.isFiltering ?? false };
  return { type: "AutoFilter", scalars, methods };
}

function wantedTexts(criteria: Argument): readonly string[] {
  const isRecord =
    typeof criteria === "object" && criteria !== null && !isHostObject(criteria) && !isList(criteria);
  const values = isRecord ? (criteria.values ?? criteria.Values) : undefined;
  if (!isList(values)) throw missing({ type: "AutoFilter" }, "apply with criteria other than values");
  return values.map(String);
}
