/** The certificate for https on localhost, without which Excel loads no add-in. */
import { homedir } from "node:os";
import { join } from "node:path";

/** Office refuses a certificate that lives longer than browsers accept; a year spares monthly questions. */
const DAYS = 365;

/**
 * The one the person names, or one that Office's own tool makes and puts among those this machine trusts; the system
 * may ask for a password or a confirmation.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Promise<{ cert: string, key: string }>} paths
 */
export async function localCertificate({ MO_PLANNER_TLS_CERT: cert, MO_PLANNER_TLS_KEY: key }) {
  if (cert !== undefined && key !== undefined) return { cert, key };
  const { ensureCertificatesAreInstalled } = await import("office-addin-dev-certs");
  try {
    await ensureCertificatesAreInstalled(DAYS);
  } catch (error) {
    throw new Error(`No certificate for localhost: ${reason(error)} ${OWN}`, { cause: error });
  }
  const folder = join(homedir(), ".office-addin-dev-certs");
  return { cert: join(folder, "localhost.crt"), key: join(folder, "localhost.key") };
}

const OWN = "Set MO_PLANNER_TLS_CERT and MO_PLANNER_TLS_KEY to use one of your own.";

/** @param {unknown} error */
function reason(error) {
  return (error instanceof Error ? error.message : String(error)).trim();
}
