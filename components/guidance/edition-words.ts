import { REFERENCE_EDITION } from "@/lib/catalogue/editions";

/** "v1.6.1", "v1.6.0 and v1.6.1", "v1.3.3 to v1.6.1, 9 editions"; the oldest first, as time runs. */
export function editionWords(newestFirst: readonly string[]): string {
  const [newest = "", ...older] = newestFirst;
  const oldest = older.at(-1);
  if (oldest === undefined) return newest === REFERENCE_EDITION ? "the reference assessment" : newest;
  return older.length === 1 ? `${oldest} and ${newest}` : `${oldest} to ${newest}, ${newestFirst.length} editions`;
}
