/** Office around the workbook: start, ribbon commands, the pane itself, its colours. */
import { answerPresses } from "./early-presses.ts";

/** Resolves when Office is ready; false in a browser without Excel around it. */
export async function officeReady(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

export interface RibbonCommand {
  readonly run: () => Promise<void>;
  /** Hears what nobody expected. */
  readonly fault: (error: unknown) => void;
}

/** A ribbon command must always say that it is done, or Excel greys its button out. */
export function onRibbonCommand(name: string, { run, fault }: RibbonCommand): void {
  answerPresses(name, (press) => {
    void run()
      .catch(fault)
      .finally(() => press.completed());
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
