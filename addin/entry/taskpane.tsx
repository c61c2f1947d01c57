/** The task pane's start: waits for Office, then shows the pane. */
import { createRoot } from "react-dom/client";

const place = document.getElementById("pane");
if (place === null) throw new Error("taskpane.html has no place for the pane");
const root = createRoot(place);
void Office.onReady(() => root.render(<h1>MO Planner</h1>));
