/** The functions of the ribbon, as manifest.xml names them. */
export const ribbonActionNames = ["createFromSelection", "refreshStatus"] as const;
export type RibbonActionName = (typeof ribbonActionNames)[number];
