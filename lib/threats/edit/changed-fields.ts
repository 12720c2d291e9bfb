import type { ModelEdit } from "./edit-schema";

/**
 * The fields whose value is another than before. A form sends all of its fields, and the history shall tell of those that a person
 * changed. Values are compared as JSON.
 */
export function changedFields<T extends object>(before: { readonly [Key in keyof T]?: unknown }, after: T): Partial<T> {
  const keys = Object.keys(after) as (keyof T)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(changed.map((key) => [key, after[key]])) as Partial<T>;
}

/** The edit, unless it changes nothing. */
export const unlessEmpty = (changes: object, edit: ModelEdit): readonly ModelEdit[] => (Object.keys(changes).length === 0 ? [] : [edit]);
