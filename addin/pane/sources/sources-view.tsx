/** Lists to choose rows from, put into the workbook as tables by XoroERP's names. */
import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
  Spinner,
} from "@fluentui/react-components";
import { useEffect } from "react";
import { sourceTitles } from "../../../shared/sheet/source-cells.ts";
import { sourceNames, type SourceName } from "../../../shared/wire/sources.ts";
import type { SourceChoice, SourceWork } from "../../sync/source-sheets.ts";
import { usePlanner, usePlannerState } from "../rows/planner-context.ts";
import { rows } from "../texts.ts";
import { InsertedSheets } from "./inserted-sheets.tsx";
import { useSources, useSourcesState } from "./sources-context.ts";

export function SourcesView() {
  const sources = useSources();
  const { choice, work } = useSourcesState();
  const isInserting = work.kind === "inserting";
  const isBusy = isInserting || work.kind === "refreshing";
  useEffect(() => void sources.visit(), [sources]);
  return (
    <>
      <main className="pane-body" aria-label="Sources">
        <WhichSource choice={choice} />
        <Filters choice={choice} />
        <div aria-live="polite">
          <InsertTold work={work} />
        </div>
        <InsertedSheets />
      </main>
      <footer className="pane-footer" aria-label="Insert">
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={isBusy}
          icon={isInserting ? <Spinner size="tiny" /> : null}
          onClick={() => void sources.insert()}
        >
          {isInserting && work.rows > 0
            ? `${rows(work.rows)} written`
            : isInserting
              ? "Inserting"
              : "Insert in new sheet"}
        </Button>
      </footer>
    </>
  );
}

/** Nothing is selected for the planner: the heading is, so that no row is made that nobody chose. */
function InsertTold({ work }: { readonly work: SourceWork }) {
  const planner = usePlanner();
  if (work.kind === "failed")
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{work.message}</MessageBarBody>
      </MessageBar>
    );
  if (work.kind !== "inserted") return null;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        {`${work.sheetName}: ${rows(work.rows)} inserted. Select the rows to make.`}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => planner.show("rows")}>
          Go to Rows
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

interface ChoiceProps {
  readonly choice: SourceChoice;
}

function WhichSource({ choice }: ChoiceProps) {
  const sources = useSources();
  return (
    <Field label="Insert in a new sheet">
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
