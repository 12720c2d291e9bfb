// Plain JavaScript that any Node.js since 14 can read: it must be able to say that Node.js is too old.

const OLDEST = [20, 19];

/**
 * The sentence to show when this Node.js is too old, or null when it is fine.
 * @param {string} version as in `process.versions.node`
 */
export function nodeVersionRefusal(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `Bulkhead needs Node.js ${OLDEST.join(".")} or newer and this is ${version}: install the current LTS release from https://nodejs.org, then run "npm ci" again.`;
}
