/** The weeks in which a work center would have more to do than hours to do it, by name. */
import { Warning16Filled } from "@fluentui/react-icons";
import type { Plan } from "../../../shared/wire/plan.ts";
import { count } from "../texts.ts";

const SHOWN = 4;
const MINUTES = 60;

export function LoadNotice({ load }: Pick<Plan, "load">) {
  const overloaded = load.filter((week) => week.isOverloaded);
  if (overloaded.length === 0) return null;
  const more = overloaded.length - SHOWN;
  return (
    <section className="load-notice" aria-label="Overloaded work centers">
      <h3>
        <Warning16Filled aria-hidden="true" />
        {count(overloaded.length, "overloaded week", "overloaded weeks")}
      </h3>
      <ul>
        {overloaded
          .slice(0, SHOWN)
          .map(({ workCenter, week, openMinutes, plannedMinutes, capacityMinutes }) => (
            <li key={`${workCenter} ${week}`}>
              <strong>{workCenter}</strong>
              {` week of ${week}: ${hours(openMinutes + plannedMinutes)} of ${hours(capacityMinutes)} h, ${hours(plannedMinutes)} h by these rows`}
            </li>
          ))}
      </ul>
      {more > 0 ? <p className="quiet">{`and ${count(more, "more week", "more weeks")}`}</p> : null}
    </section>
  );
}

function hours(minutes: number): string {
  return (Math.round((minutes / MINUTES) * 10) / 10).toLocaleString("en-US");
}
