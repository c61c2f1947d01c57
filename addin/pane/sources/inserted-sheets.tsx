/** The source sheets of this workbook: how each was filtered, how old its figures are, and bringing them up to date. */
import { Button, Spinner } from "@fluentui/react-components";
import type { ListedTable } from "../../sync/source-sheets.ts";
import { isShortages } from "../../sync/source-sheets.ts";
import { instantWords } from "../parts/date-words.ts";
import { useSources, useSourcesState } from "./sources-context.ts";

export function InsertedSheets() {
  const { tables } = useSourcesState();
  if (tables.length === 0) return null;
  return (
    <section>
      <h3>In this workbook</h3>
      <ul className="plain-list inserted-sheets" aria-label="In this workbook">
        {tables.map((table) => (
          <li key={table.name}>
            <InsertedSheet table={table} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function InsertedSheet({ table }: { readonly table: ListedTable }) {
  const sources = useSources();
  const { work, refreshed, outOfDate } = useSourcesState();
  const isBusy = work.kind === "inserting" || work.kind === "refreshing";
  const isOurs = work.kind === "refreshing" && work.table === table.name;
  const told = refreshed.get(table.name);
  return (
    <>
      <div className="list-line">
        <strong className="code" title={table.sheetName}>
          {table.sheetName}
        </strong>
        <Button
          size="small"
          disabledFocusable={isBusy}
          icon={isOurs ? <Spinner size="extra-tiny" /> : null}
          aria-label={`Refresh figures of ${table.sheetName}`}
          onClick={() => void sources.refresh(table)}
        >
          Refresh figures
        </Button>
      </div>
      <p className="quiet">{`${filterWords(table)}${outOfDate.has(table.name) ? " · out of date" : ""}`}</p>
      <p role="status" className={told?.isFault === true ? "sheet-told short" : "sheet-told"}>
        {isOurs ? "" : (told?.message ?? "")}
      </p>
    </>
  );
}

const itemWords = { all: "all items", purchasable: "purchasable", manufacturable: "manufacturable" } as const;

/** "MAIN · manufacturable · 11:07", as it was filtered. */
function filterWords({ kept }: ListedTable): string {
  if (kept === null) return "Its filters are not known any more";
  const { store, items, hideSufficient, includeReorderData, readAt } = kept;
  const stock = isShortages(kept)
    ? [hideSufficient ? "short items only" : "", includeReorderData ? "with reorder data" : ""]
    : [];
  const words = [store === "" ? "All stores" : store, itemWords[items], ...stock, timeWords(readAt)];
  return words.filter((word) => word !== "").join(" · ");
}

/** Of today only the time. */
function timeWords(readAt: string | null): string {
  if (readAt === null) return "";
  const [day = "", time = ""] = instantWords(readAt).split(" ");
  return instantWords(new Date().toISOString()).startsWith(day) ? time : `${day} ${time}`;
}
