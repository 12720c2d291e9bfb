import { fingerprint } from "./fingerprint";
import { isObject, type JsonObject, objectAt } from "./json";

/** The member of a `compatibility` or `attributes` object under which our exports keep what the format has no field for. */
const OURS = "bulkhead";

/**
 * What we had before an export, beside a fingerprint of what the export made of it. While the fingerprint fits, nobody edited the
 * object and it comes back as it was; otherwise the file's word counts and only what the format cannot say comes from here.
 */
interface Kept {
  readonly sum: string;
  readonly was: JsonObject;
}

/** The member to put beside foreign ones: `{ ...foreign, ...keep(native, was) }`. `native` is the object as the file has it. */
export const keep = (native: JsonObject, was: JsonObject): JsonObject => ({ [OURS]: { sum: fingerprint(native), was } });

/** What an export of ours kept in this object; null where it kept nothing. */
export function keptIn(holder: unknown): Kept | null {
  const kept = isObject(holder) ? objectAt(holder, OURS) : {};
  return typeof kept.sum === "string" && isObject(kept.was) ? { sum: kept.sum, was: kept.was } : null;
}

/** What others wrote beside what we keep; undefined when there is nothing, so that no empty object is left behind. */
export function besideKept(holder: unknown): unknown {
  if (!isObject(holder) || !(OURS in holder)) return holder;
  const { [OURS]: _, ...rest } = holder;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

/** Which members of an object the format says itself, and which it cannot say. The rest it says with losses. */
export interface Members {
  readonly verbatim: readonly string[];
  readonly unsayable: readonly string[];
}

/** What to keep of an object: all but what the file says verbatim. */
export function worthKeeping(object: object, members: Members): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !members.verbatim.includes(key)));
}

/**
 * One object of the model out of what the file says (`read`) and what we kept. `format` is whose foreign members `read` brings:
 * after an edit those of the other format still come from what was kept.
 */
export function reunite(read: object, native: JsonObject, kept: Kept | null, members: Members, format: "threatDragon" | "otm"): JsonObject {
  const plain: JsonObject = { ...read };
  if (kept === null) return plain;
  if (kept.sum === fingerprint(native)) return { ...kept.was, ...pick(plain, members.verbatim) };
  const other = format === "otm" ? "threatDragon" : "otm";
  const foreign = { ...objectAt(plain, "foreign"), ...pick(objectAt(kept.was, "foreign"), [other]) };
  return { ...plain, ...pick(kept.was, members.unsayable), foreign };
}

const pick = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(object, key) ? [[key, object[key]]] : [])));
