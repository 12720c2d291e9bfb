/** Why an edit was not made. Nothing of it was done. */
export interface EditRefusal {
  /** The field of the edit or of the document, with dots: "element.boundary". */
  readonly field: string;
  /** What would have been taken, in a few words. */
  readonly expected: string;
  /** A sentence for people. */
  readonly message: string;
}

/** A refusal of one field. */
export const refusal = (field: string, expected: string, message: string): EditRefusal => ({ field, expected, message });

/** The thing with the changes that were said; what was left out stays as it was. */
export function withChanges<T extends object>(before: T, changes: { readonly [Key in keyof T]?: T[Key] | undefined }): T {
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...before, ...said };
}
