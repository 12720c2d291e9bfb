import type { ElementKind, Rating } from "../scales";

// The middle of each fifth, so that a number that came from a rating becomes the same rating again.
const MIDDLES: readonly (readonly [Rating, number])[] = [
  ["very_low", 10],
  ["low", 30],
  ["medium", 50],
  ["high", 70],
  ["very_high", 90],
];

/** A rating for a number of OTM, 0 to 100; null where there is none. */
export function ratingOf(number: number | null | undefined): Rating | null {
  if (number === null || number === undefined) return null;
  return MIDDLES.find(([, middle]) => number < middle + 10)?.[0] ?? "very_high";
}

/** The number of OTM for a rating: `before` while it still means the same, otherwise the middle of the rating's fifth. */
export function numberOf(rating: Rating | null, before: unknown): number | null {
  if (typeof before === "number" && ratingOf(before) === rating) return before;
  return MIDDLES.find(([each]) => each === rating)?.[1] ?? null;
}

const STORE = /database|datastore|\bdb\b|stor(?:e|age)|bucket|queue|cache|volume|table|repository|registry|secret/;
const ACTOR = /actor|client|user|external|browser|person|customer|human|third.party/;

/** What a component is to us. OTM leaves its types to whoever writes the file, so this is a guess by their usual names. */
export function kindOfType(type: string): ElementKind {
  const name = type.toLowerCase();
  if (STORE.test(name)) return "store";
  return ACTOR.test(name) ? "actor" : "process";
}

const TYPES: Readonly<Record<ElementKind, string>> = { actor: "actor", process: "process", store: "data-store" };

/** The component's type: `before` while it still means the same. */
export const typeOfKind = (kind: ElementKind, before: unknown): string =>
  typeof before === "string" && kindOfType(before) === kind ? before : TYPES[kind];

/** OTM gives a mitigation a name and a description; our text is both, with an empty line between. */
export const joinText = (name: string, description: string): string => (description === "" ? name : `${name}\n\n${description}`);

/** The reverse of `joinText`. */
export function splitText(text: string): { name: string; description: string } {
  const at = text.indexOf("\n\n");
  if (at === -1 || at + 2 === text.length) return { name: text, description: "" };
  return { name: text.slice(0, at), description: text.slice(at + 2) };
}
