/** npm start: from a fresh checkout to a running service and workbench, installing and building what is missing. */
import { buildStalePages } from "./prepare/build-pages.mjs";
import { installMissingPackages } from "./prepare/install-packages.mjs";
import { nodeComplaint } from "./prepare/node-version.mjs";
import { orSayWhy } from "./prepare/or-say-why.mjs";
import { isPortFree, portTaken } from "./prepare/port.mjs";
import { startService } from "./prepare/start-service.mjs";

await orSayWhy(async () => {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint !== null) throw new Error(complaint);
  const { MO_PLANNER_HOST: host = "127.0.0.1", MO_PLANNER_PORT: setting = "3000" } = process.env;
  const port = Number(setting);
  if (Number.isInteger(port) && port > 0 && port < 65536 && !(await isPortFree({ host, port }))) {
    throw new Error(portTaken(port));
  }
  await installMissingPackages();
  await buildStalePages();
  await startService();
});
