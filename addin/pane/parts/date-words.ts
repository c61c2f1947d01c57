/** Days and moments as the pane shows them: always as in the sheet, 2027-03-10, and the same day only once. */

export function daysWords(from: string, to: string): string {
  return from === to ? from : `${from} → ${to}`;
}

/** Of moments as the service tells them, 2027-03-10T09:30, in the plant's own time. */
export function momentsWords(from: string, to: string): string {
  const [[fromDay = "", fromTime = ""], [toDay = "", toTime = ""]] = [from.split("T"), to.split("T")];
  const end = fromDay === toDay ? `–${toTime}` : ` → ${toDay} ${toTime}`;
  return `${fromDay} ${fromTime}${end}`;
}

/** An instant in the planner's own time, "2027-03-10 14:02". */
export function instantWords(instant: string): string {
  const local = new Date(instant);
  const two = (number: number): string => String(number).padStart(2, "0");
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day} ${two(local.getHours())}:${two(local.getMinutes())}`;
}
