/**
 * Where factories truly differ, as choices of the service; docs/planning-conventions.md sets them beside other
 * systems. Everything else is one rule for all.
 */

/** 5 % on 100: `added` needs 105; `divided` by the yield of 95 % needs 105.27. */
export const scrapConventions = ["added", "divided"] as const;

/** 5 pieces at 3 minutes where 2 fit at once: `per-unit` takes 7.5 minutes, `per-started-batch` 9. */
export const operationTimeConventions = ["per-unit", "per-started-batch"] as const;

/** Stock below zero: it `counts` as a debt that the next receipt pays first, or is taken `as-zero`. */
export const negativeStockConventions = ["counts", "as-zero"] as const;

export interface Conventions {
  readonly scrap: (typeof scrapConventions)[number];
  readonly operationTime: (typeof operationTimeConventions)[number];
  readonly negativeStock: (typeof negativeStockConventions)[number];
}

export const usualConventions: Conventions = {
  scrap: "added",
  operationTime: "per-unit",
  negativeStock: "counts",
};
