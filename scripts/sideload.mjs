/** npm run sideload [-- --stop]: tries the add-in in this machine's Excel, with the service behind https on localhost. */
import { LOCAL_BASE_URL } from "./manifest/base-url.mjs";
import { buildStalePages } from "./prepare/build-pages.mjs";
import { installMissingPackages } from "./prepare/install-packages.mjs";
import { nodeComplaint } from "./prepare/node-version.mjs";
import { orSayWhy } from "./prepare/or-say-why.mjs";
import { isPortFree } from "./prepare/port.mjs";
import { startService } from "./prepare/start-service.mjs";
import { localCertificate } from "./sideload/certificate.mjs";
import { placeManifest, removeManifest } from "./sideload/place-manifest.mjs";

const { port } = new URL(LOCAL_BASE_URL);

await orSayWhy(process.argv.includes("--stop") ? stop : start);

async function stop() {
  console.log(await removeManifest());
}

async function start() {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint !== null) throw new Error(complaint);
  if (!(await isPortFree({ host: "127.0.0.1", port: Number(port) }))) {
    throw new Error(`Port ${port} is taken, and manifest.xml names it: stop what uses it first.`);
  }
  await installMissingPackages();
  const { cert, key } = await localCertificate(process.env);
  Object.assign(process.env, {
    MO_PLANNER_BASE_URL: "",
    MO_PLANNER_PORT: port,
    MO_PLANNER_TLS_CERT: cert,
    MO_PLANNER_TLS_KEY: key,
  });
  await buildStalePages();
  console.log(await placeManifest());
  await startService();
}
