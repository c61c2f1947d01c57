/** The first script of the page, small and waited for: from here on no press of a ribbon button is lost. Wiring only. */
import { takePresses } from "../host/early-presses.ts";
import { ribbonActionNames } from "../ribbon/action-names.ts";

takePresses(ribbonActionNames);
