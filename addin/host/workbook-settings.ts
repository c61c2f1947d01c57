/**
 * Small texts inside the workbook file. Through the workbook's own settings, not the document's, which are the same
 * ones: saving those empties the planner's undo list (office-js#3141, R41).
 */
import type { SettingRead } from "./workbook.ts";

export async function readSetting(context: Excel.RequestContext, name: string): Promise<SettingRead> {
  const setting = context.workbook.settings.getItemOrNullObject(name);
  setting.load("value");
  await context.sync();
  const value: unknown = setting.isNullObject ? null : setting.value;
  return { kind: "read", value: typeof value === "string" ? value : null };
}

export async function writeSetting(
  context: Excel.RequestContext,
  name: string,
  value: string,
): Promise<void> {
  context.workbook.settings.add(name, value);
  await context.sync();
}
