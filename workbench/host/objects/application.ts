/** Excel.Application: an English (United States) Excel that calculates nothing. */
import { bag } from "./bag.ts";
import { NOTHING, type HostObject } from "./host-object.ts";

export function applicationObject(): HostObject {
  const nothing = () => NOTHING;
  const culture = bag(
    "CultureInfo",
    { Name: "en-US" },
    { links: { DatetimeFormat: () => dates, NumberFormat: () => numbers } },
  );
  return bag(
    "Application",
    {
      CalculationMode: "Automatic",
      CalculationState: "Done",
      CalculationEngineVersion: 191029,
      DecimalSeparator: ".",
      ThousandsSeparator: ",",
      UseSystemSeparators: true,
    },
    {
      links: { CultureInfo: () => culture },
      methods: {
        Calculate: nothing,
        SuspendApiCalculationUntilNextSync: nothing,
        SuspendScreenUpdatingUntilNextSync: nothing,
      },
    },
  );
}

const dates = bag("DatetimeFormatInfo", {
  DateSeparator: "/",
  ShortDatePattern: "M/d/yyyy",
  LongDatePattern: "dddd, MMMM d, yyyy",
  TimeSeparator: ":",
  ShortTimePattern: "h:mm tt",
  LongTimePattern: "h:mm:ss tt",
});

const numbers = bag("NumberFormatInfo", { NumberDecimalSeparator: ".", NumberGroupSeparator: "," });
