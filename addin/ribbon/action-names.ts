/** The functions of the ribbon, as manifest.xml names them. */
export const ribbonActionNames = [
  "createFromSelection",
  "newOrder",
  "refreshStatus",
  "createManufactureOrder",
  "createDynamicOrders",
  "createPurchaseOrder",
  "createPurchaseLines",
  "showSources",
  "showBatches",
] as const;
export type RibbonActionName = (typeof ribbonActionNames)[number];
