/** Longer than any version, so that a hostile note stays short on the page. */
const VERSION = /^Using v?(\d[\w.+~-]{0,40})/;

/** The Docker version that a run of docker-bench-security names in its check of it: "Using 24.0.7 which is current". */
export function dockerVersionIn(notes: readonly string[]): string | null {
  for (const note of notes) {
    const version = VERSION.exec(note)?.[1];
    if (version !== undefined) return version;
  }
  return null;
}
