import { foldBlanks } from "./fold-blanks";

/** What a sub-line or a `details` text says: the things it names, or nothing but words. */
export type SubWords = { readonly kind: "items"; readonly names: readonly string[] } | { readonly kind: "note" };

const NOTE: SubWords = { kind: "note" };
const named = (names: readonly string[]): SubWords => {
  const present = names.map(foldBlanks).filter((name) => name !== "");
  return present.length === 0 ? NOTE : { kind: "items", names: present };
};

/** Most lines name one thing. */
function namedOne(name: string): SubWords {
  const folded = foldBlanks(name);
  return folded === "" ? NOTE : { kind: "items", names: [folded] };
}

interface Phrase {
  readonly start: string;
  readonly read: (tail: string) => SubWords;
}

/** "443 in web-1" -> "web-1:443", the form in which the JSON names ports and addresses. */
const placeIn = (tail: string): SubWords => {
  const at = tail.lastIndexOf(" in ");
  return at === -1 ? namedOne(tail) : namedOne(`${tail.slice(at + 4).trim()}:${tail.slice(0, at).trim()}`);
};

const afterLast =
  (separator: string) =>
  (tail: string): SubWords => {
    const at = tail.lastIndexOf(separator);
    return namedOne(at === -1 ? tail : tail.slice(at + separator.length).trim());
  };

const users = (tail: string): SubWords => named(tail.split(","));

/**
 * Phrases whose item is not simply what follows ": ". From the scripts of every edition since 2015, in their text and JSON forms;
 * compared without regard to case, because the JSON writes "running as root" where the text has "Running as root".
 */
const PHRASES: readonly Phrase[] = [
  { start: "users: ", read: (tail) => readSubWords(tail, users) },
  { start: "doubtful users: ", read: users },
  { start: "doubtfulusers: ", read: users },
  { start: "port in use: ", read: placeIn },
  { start: "privileged port in use: ", read: placeIn },
  { start: "port being bound to wildcard ip: ", read: placeIn },
  { start: "sensitive directory ", read: (tail) => mountedDirectory(tail) },
  { start: "capabilities added: ", read: afterLast(" to ") },
  { start: "wrong ownership for ", read: (tail) => namedOne(tail) },
  { start: "wrong permissions for ", read: (tail) => namedOne(tail) },
  { start: "unencrypted overlay network: ", read: (tail) => namedOne(tail) },
  { start: "there are currently", read: () => NOTE },
  { start: "host listening on: ", read: () => NOTE },
  { start: "using ", read: () => NOTE },
];

const PHRASES_BY_LETTER: ReadonlyMap<string, readonly Phrase[]> = new Map(
  PHRASES.map(({ start }) => [start.charAt(0), PHRASES.filter((other) => other.start.startsWith(start.charAt(0)))]),
);

function mountedDirectory(tail: string): SubWords {
  const separator = " mounted in: ";
  const at = tail.lastIndexOf(separator);
  return at === -1 ? NOTE : namedOne(`${tail.slice(at + separator.length).trim()}:${tail.slice(0, at).trim()}`);
}

/**
 * Reads the words of one sub-line ("Running as root: web-1") or of `details` without a list. Names come out as the tool's JSON
 * writes them, so that both outputs of one run name the same things. `otherwise` reads words that fit no known phrase.
 */
export function readSubWords(words: string, otherwise: (words: string) => SubWords = readUnknown): SubWords {
  const group = groupMembers(words);
  if (group !== null) return users(group);
  const phrase = phraseOf(words);
  return phrase ? phrase.read(words.slice(phrase.start.length)) : otherwise(words);
}

/** Of the phrases with the same first letter, the one that begins the words. Most words begin none, and then nothing is copied. */
function phraseOf(words: string): Phrase | undefined {
  const candidates = PHRASES_BY_LETTER.get(words[0]?.toLowerCase() ?? "");
  if (!candidates) return undefined;
  const lower = words.slice(0, 64).toLowerCase();
  return candidates.find(({ start }) => lower.startsWith(start));
}

/** "docker:x:998:deploy,jenkins" of the group file -> "deploy,jenkins"; null for anything else. */
function groupMembers(words: string): string | null {
  return (
    /^[a-z_][\w.-]{0,63}:[^:\s]{0,64}:\d{1,10}:([^:\s].*)?$/s
      .exec(words)
      ?.slice(1, 2)
      .map((members) => members ?? "")[0] ?? null
  );
}

/** In every phrase of the tool the name ends the line: after the last ": ", or after "CAP_… added to ". */
function readUnknown(words: string): SubWords {
  const capability = words.startsWith("CAP_") ? /^CAP_\w+ added to (.+)$/s.exec(words)?.[1] : undefined;
  if (capability !== undefined) return namedOne(capability);
  const at = words.lastIndexOf(": ");
  const tail = at === -1 ? "" : words.slice(at + 2).trim();
  // Container names hold no blank; more words are prose, unless in the brackets of an image's tags.
  if (isListOfIds(tail)) return named(tail.split(/\s+/));
  return !tail.includes(" ") || /^\[[^\]]*\]$/.test(tail) ? namedOne(tail) : NOTE;
}

/** Some hosts print all container ids of a check on one line. */
const isListOfIds = (tail: string): boolean =>
  tail.length > 64 && /^[0-9a-f]{64}\s/.test(tail) && tail.split(/\s+/).every((part) => /^[0-9a-f]{64}$/.test(part));

/**
 * Undoes the tool's splitting of its lists at blanks: `"[a:1","a:latest]"` is one image with two tags, `"ingress","(swarm)"` one
 * network. A `(truncated)` at the end is the tool's own mark and no item. Container ids before a name are cut.
 */
export function joinJsonItems(elements: readonly string[]): { names: readonly string[]; truncated: boolean } {
  const names: string[] = [];
  let open: string[] | null = null;
  let truncated = false;
  for (const element of elements) {
    if (open) {
      open.push(element);
      if (element.endsWith("]")) {
        names.push(open.join(" "));
        open = null;
      }
    } else if (element === "(truncated)") truncated = true;
    else if (element.startsWith("[") && !element.endsWith("]")) open = [element];
    else if (/^\((?:swarm|local|global)\)$/.test(element) && names.length > 0) names.push(`${names.pop()} ${element}`);
    else names.push(element.replace(/^[0-9a-f]{64}:/, ""));
  }
  // A bracket that never closes was part of a name.
  if (open) for (const part of open) names.push(part);
  return { names: names.filter((name) => name !== ""), truncated };
}

/** The members of the docker group, from one item of the trusted-users check: "docker:x:998:a,b" or "a,b". */
export const readUserItem = (item: string): readonly string[] => {
  const words = users(groupMembers(item) ?? item);
  return words.kind === "items" ? words.names : [];
};
