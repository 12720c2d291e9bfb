/** JSON as it was written: repeated keys kept, with lines. What no closing bracket ended has `closed: false`. */
export type JsonNode = JsonObject | JsonArray | JsonText | JsonBare;

export interface JsonObject {
  readonly kind: "object";
  readonly line: number;
  readonly entries: JsonEntry[];
  closed: boolean;
  lastLine: number;
}

export interface JsonEntry {
  readonly key: string;
  readonly value: JsonNode;
  readonly line: number;
}

export interface JsonArray {
  readonly kind: "array";
  readonly line: number;
  readonly elements: JsonNode[];
  closed: boolean;
  lastLine: number;
}

export interface JsonText {
  readonly kind: "text";
  readonly line: number;
  readonly text: string;
}

/** A number, true, false, null, or a word that should not be there; as written. */
export interface JsonBare {
  readonly kind: "bare";
  readonly line: number;
  readonly text: string;
}

/** The first value of a key; null when it is absent. Never looks at a prototype. */
export const memberOf = (object: JsonObject, key: string): JsonNode | null =>
  object.entries.find((entry) => entry.key === key)?.value ?? null;

/** The text of a key's first value when it is a string. */
export const textOf = (object: JsonObject, key: string): string | null => {
  const value = memberOf(object, key);
  return value?.kind === "text" ? value.text : null;
};

/** The first value of a key as written, string or bare word: the tool writes its numbers without quotes. */
export const scalarOf = (object: JsonObject, key: string): string | null => {
  const value = memberOf(object, key);
  return value?.kind === "text" || value?.kind === "bare" ? value.text : null;
};
