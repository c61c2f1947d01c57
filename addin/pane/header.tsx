/** Where and who one is, always in sight (R59), and whether news comes in. */
import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowClockwise20Regular,
  CloudOff20Regular,
  DarkTheme20Regular,
  PlugConnected20Regular,
} from "@fluentui/react-icons";
import { usePlanner, usePlannerState } from "./rows/planner-context.ts";
import { connections } from "./texts.ts";
import { chooseTheme, chosenTheme } from "./theme.ts";

export function Header() {
  const planner = usePlanner();
  const { service, connection } = usePlannerState();
  const store = service?.stores.find((one) => one.code === service.defaultStore);
  const isOffline = connection === "offline";
  return (
    <header className="pane-header" aria-label="MO Planner">
      <div className="pane-who">
        <strong>{store?.name ?? "MO Planner"}</strong>
        <span className="quiet">{service?.actor ?? "not connected"}</span>
      </div>
      <span className={`connection ${isOffline ? "is-offline" : ""}`} role="status">
        {isOffline ? <CloudOff20Regular aria-hidden /> : <PlugConnected20Regular aria-hidden />}
        {connections[connection]}
      </span>
      <Tooltip content="Refresh Status" relationship="label" positioning="before">
        <Button appearance="subtle" icon={<ArrowClockwise20Regular />} onClick={() => planner.retry()} />
      </Tooltip>
      <ThemeMenu />
    </header>
  );
}

function ThemeMenu() {
  const choose = (_event: unknown, { checkedItems }: { checkedItems: string[] }): void => {
    const [choice] = checkedItems;
    chooseTheme(choice === "light" || choice === "dark" ? choice : "auto");
  };
  return (
    <Menu checkedValues={{ theme: [chosenTheme()] }} onCheckedValueChange={choose}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="Colours" relationship="label" positioning="before">
          <Button appearance="subtle" icon={<DarkTheme20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="theme" value="auto">
            Same as Excel or the system
          </MenuItemRadio>
          <MenuItemRadio name="theme" value="light">
            Light
          </MenuItemRadio>
          <MenuItemRadio name="theme" value="dark">
            Dark
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
