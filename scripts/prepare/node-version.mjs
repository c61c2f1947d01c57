/** The oldest Node this product runs on, checked before anything is loaded that would fail on an older one. */

const OLDEST = { major: 20, minor: 19 };

/**
 * @param {string} version for example "20.20.2"
 * @returns {string | null} what to tell the person; null when the version will do
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return null;
  return `MO Planner needs Node ${OLDEST.major}.${OLDEST.minor} or newer, and this is Node ${version}. Get it from https://nodejs.org.`;
}
