import { plainLine, readLevel } from "./json-details";
import type { JsonEntry, JsonObject } from "./json-tree";
import { shorten } from "./refusal";
import type { Level } from "./report";
import { addItems, addNote, type ResultDraft, type RunDraft } from "./run-draft";
import { readSubWords } from "./sub-items";

const ID = /^(?:[A-Z]\.)?\d+(?:\.\d+)+$/;
const FLAT_VALUE = /^(PASS|WARN|INFO|NOTE|FAIL)(?:: ?(.*))?$/s;

/** The shape of docker-bench-security 1.3.4 before October 2018: numbers as keys, no titles, keys repeated per item. */
export const isFlatRun = (object: JsonObject): boolean =>
  object.entries.some(({ key, value }) => ID.test(key) && value.kind === "text" && FLAT_VALUE.test(value.text));

/** Reads the flat form. Repeated keys are one result; the title is empty because the tool writes none. */
export function readFlatResults(run: RunDraft, object: JsonObject): void {
  const byId = new Map<string, ResultDraft>();
  for (const entry of object.entries) {
    if (!ID.test(entry.key)) continue;
    const mayBeCut = !object.closed && entry === object.entries.at(-1);
    if (entry.value.kind === "text" && (!mayBeCut || FLAT_VALUE.test(entry.value.text))) addValue(run, byId, entry, entry.value.text);
    else run.skip(entry.line, entry.key, "a check without a readable result");
  }
  // The flat form names no files and no images of check 4.7, so an empty list there says nothing.
  for (const result of byId.values()) if (result.level !== "PASS" && result.items.length === 0) result.itemsWhole = false;
}

function addValue(run: RunDraft, byId: Map<string, ResultDraft>, entry: JsonEntry, value: string): void {
  const match = FLAT_VALUE.exec(value);
  // "1.4": "docker:x:998:deploy" has no level; the check only ever informs.
  const level = readLevel(match?.[1] ?? null) ?? "INFO";
  const words = plainLine(match ? (match[2] ?? "") : value);
  const result = byId.get(entry.key) ?? addFirst(run, byId, entry, level);
  if (words !== "") addWords(result, words, entry.line);
}

function addFirst(run: RunDraft, byId: Map<string, ResultDraft>, { key, line }: JsonEntry, level: Level): ResultDraft {
  const result = run.addResult({ id: key, title: "", level, section: key.split(".", 1)[0] ?? null, line });
  byId.set(key, result);
  return result;
}

function addWords(result: ResultDraft, words: string, line: number): void {
  const names = words.length > MAX_WORDS ? [] : flatNames(words);
  addItems(result, names, words, line);
  if (names.length === 0) addNote(result, shorten(words));
}

/** Longer values are nobody's names. */
const MAX_WORDS = 65_536;

/** Values hold the bare name, or "443 in web-1" and "/etc in web-1"; a number alone is a count, not a name. */
function flatNames(words: string): readonly string[] {
  if (/^\d+$/.test(words)) return [];
  const place = / in (\S+)$/.exec(words);
  if (place?.[1] !== undefined) return [`${place[1]}:${words.slice(0, place.index).trim()}`];
  const owner = / to (\S+)$/.exec(words)?.[1];
  if (owner !== undefined) return [owner];
  const read = readSubWords(words, () => ({ kind: "items", names: [words] }));
  return read.kind === "items" ? read.names : [];
}
