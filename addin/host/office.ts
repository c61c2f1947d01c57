/** Office around the workbook: start, ribbon commands, the pane itself, its colours. */

/** Resolves when Office is ready; false in a browser without Excel around it. */
export async function officeReady(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/** A ribbon command must always say that it is done, or Excel greys its button out. */
export function onRibbonCommand(name: string, run: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void run().finally(() => event.completed());
  });
}

export async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
}

/** Such as "#262626"; null where the host gives no theme. */
export function officeBackground(): string | null {
  const context: { readonly officeTheme?: Partial<Office.OfficeTheme> } = Office.context;
  return context.officeTheme?.bodyBackgroundColor ?? null;
}
