/** Finds batches by what a planner remembers of them. */
import { Checkbox, SearchBox, Select } from "@fluentui/react-components";
import { batchStates } from "../../../shared/order/undo-batch.ts";
import { stateWords } from "./batch-texts.ts";
import { useHistory, useHistoryState } from "./history-context.ts";

const ALL = "all";

export function BatchFilterBar() {
  const history = useHistory();
  const { search, state, isMine } = useHistoryState().filter;
  return (
    <div className="batch-filter" role="search" aria-label="Find batches">
      <SearchBox
        aria-label="Batch, MO or item number"
        placeholder="Batch, MO or item number"
        value={search}
        onChange={(_event, { value }) => history.choose({ search: value })}
      />
      <Select
        aria-label="State"
        value={state ?? ALL}
        onChange={(_event, { value }) =>
          history.choose({ state: batchStates.find((name) => name === value) ?? null })
        }
      >
        <option value={ALL}>All states</option>
        {batchStates.map((name) => (
          <option key={name} value={name}>
            {stateWords[name]}
          </option>
        ))}
      </Select>
      <Checkbox
        label="Only mine"
        checked={isMine}
        onChange={(_event, { checked }) => history.choose({ isMine: checked === true })}
      />
    </div>
  );
}
