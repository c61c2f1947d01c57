/** The workbench page: a sheet beside the real task pane. */
import "./workbench.css";

const pane = document.createElement("iframe");
pane.title = "MO Planner task pane";
pane.src = "/workbench/taskpane.html";
document.getElementById("workbench")?.append(pane);
