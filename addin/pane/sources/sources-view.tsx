/** Lists to choose rows from, put into the workbook as tables by XoroERP's names. */
import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
  Spinner,
} from "@fluentui/react-components";
import { useEffect } from "react";
import { sourceTitles } from "../../../shared/sheet/source-cells.ts";
import { sourceNames, type SourceName } from "../../../shared/wire/sources.ts";
import type { SourceChoice } from "../../sync/source-sheets.ts";
import { usePlannerState } from "../rows/planner-context.ts";
import { useSources, useSourcesState } from "./sources-context.ts";

export function SourcesView() {
  const sources = useSources();
  const { choice, work } = useSourcesState();
  const isBusy = work.kind === "busy";
  useEffect(() => void sources.visit(), [sources]);
  return (
    <>
      <main className="pane-body" aria-label="Sources">
        <WhichSource choice={choice} />
        <Filters choice={choice} />
        {work.kind === "told" || work.kind === "failed" ? (
          <MessageBar intent={work.kind === "told" ? "success" : "error"} layout="multiline">
            <MessageBarBody>{work.message}</MessageBarBody>
          </MessageBar>
        ) : null}
        <SourceTables isBusy={isBusy} />
      </main>
      <footer className="pane-footer" aria-label="Insert">
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={isBusy}
          icon={isBusy ? <Spinner size="tiny" /> : null}
          onClick={() => void sources.insert()}
        >
          {isBusy && work.rows > 0
            ? `${work.rows.toLocaleString("en-US")} rows written`
            : "Insert in new sheet"}
        </Button>
      </footer>
    </>
  );
}

interface ChoiceProps {
  readonly choice: SourceChoice;
}

function WhichSource({ choice }: ChoiceProps) {
  const sources = useSources();
  return (
    <Field label="Put into a new sheet">
      <RadioGroup
        value={choice.source}
        onChange={(_event, { value }) => {
          const source = sourceNames.find((name): name is SourceName => name === value);
          if (source !== undefined) sources.choose({ source });
        }}
      >
        {sourceNames.map((name) => (
          <Radio key={name} value={name} label={sourceTitles[name]} />
        ))}
      </RadioGroup>
    </Field>
  );
}

const itemWords = { all: "All", purchasable: "Purchasable", manufacturable: "Manufacturable" } as const;
const itemChoices = ["all", "purchasable", "manufacturable"] as const;

function Filters({ choice }: ChoiceProps) {
  const sources = useSources();
  const { service } = usePlannerState();
  const isShort = choice.source === "short-inventory-planner";
  return (
    <>
      <Field label="Store" size="small">
        <Select
          size="small"
          value={choice.store}
          onChange={(_event, { value }) => sources.choose({ store: value })}
        >
          <option value="">All stores</option>
          {service?.stores.map(({ code, name }) => (
            <option key={code} value={code}>{`${code} · ${name}`}</option>
          ))}
        </Select>
      </Field>
      <Field label="Items" size="small">
        <Select
          size="small"
          value={choice.items}
          onChange={(_event, { value }) =>
            sources.choose({ items: itemChoices.find((one) => one === value) ?? "all" })
          }
        >
          {itemChoices.map((one) => (
            <option key={one} value={one}>
              {itemWords[one]}
            </option>
          ))}
        </Select>
      </Field>
      {isShort ? <StockFilters choice={choice} /> : null}
    </>
  );
}

function StockFilters({ choice }: ChoiceProps) {
  const sources = useSources();
  return (
    <div>
      <Checkbox
        label="Do not show sufficient items"
        checked={choice.hideSufficient}
        onChange={(_event, { checked }) => sources.choose({ hideSufficient: checked === true })}
      />
      <Checkbox
        label="Include Re-Order Point Data"
        checked={choice.includeReorderData}
        onChange={(_event, { checked }) => sources.choose({ includeReorderData: checked === true })}
      />
    </div>
  );
}

function SourceTables({ isBusy }: { readonly isBusy: boolean }) {
  const sources = useSources();
  const { tables, outOfDate } = useSourcesState();
  if (tables.length === 0) return null;
  return (
    <section>
      <h3>In this workbook</h3>
      <ul className="plain-list">
        {tables.map((table) => (
          <li key={table.name} className="list-line">
            <span className="ellipsis" title={table.sheetName}>
              {table.sheetName}
            </span>
            {outOfDate.has(table.name) ? <span className="quiet">out of date</span> : null}
            <Button
              size="small"
              disabledFocusable={isBusy}
              aria-label={`Refresh ${table.sheetName}`}
              onClick={() => void sources.refresh(table)}
            >
              Refresh
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
