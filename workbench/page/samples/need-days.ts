/** Days counted from today, as people plan them: never on a weekend. */
import { dateSerial } from "../../host/model/cell.ts";

/** The serial of the day so many days from today; Saturday and Sunday become the Monday after. */
export type DayFromToday = (days: number) => number;

const SATURDAY = 6;

export function daysFrom(today: Date): DayFromToday {
  const month = String(today.getMonth() + 1).padStart(2, "0");
  const date = String(today.getDate()).padStart(2, "0");
  const first = dateSerial(`${String(today.getFullYear())}-${month}-${date}`);
  return (days) => {
    const weekday = (today.getDay() + (((days % 7) + 7) % 7)) % 7;
    const onMonday = weekday === SATURDAY ? 2 : weekday === 0 ? 1 : 0;
    return first + days + onMonday;
  };
}
