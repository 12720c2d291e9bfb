/** The largest number that the database takes. */
const LARGEST = 2_147_483_647;

/** A version of a model as an address has it, "?version=3"; null for anything that is no version up to `newest`. */
export function readVersion(given: string | string[] | undefined, newest = LARGEST): number | null {
  const version = typeof given === "string" ? Number(given) : Number.NaN;
  return Number.isInteger(version) && version >= 1 && version <= newest ? version : null;
}
