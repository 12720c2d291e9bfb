import { foldBlanks } from "./fold-blanks";
import { addDetails, plainLine, readLevel } from "./json-details";
import type { BenchRun, Level } from "./report";
import { RunDraft } from "./run-draft";
import { readEpochSeconds } from "./started-at";

/** A result as the tool writes it, with every member of the kind that it should be. */
interface PlainResult {
  readonly id: string;
  readonly desc: string;
  readonly level: Level;
  readonly details: string | null;
  readonly items: readonly string[] | null;
}

const RUN_KEY = '"dockerbenchsecurity"';
const ID_KEY = '"id"';

/**
 * The short way for what nearly every file is: whole, valid JSON in sections, one run or several. JSON.parse reads it many times
 * faster than a reader that must expect anything, and the lines of the results are found by their keys. One run is parsed at a
 * time, so that the values of a large file are never all in memory. Null for anything that is not exactly so, down to a repeated
 * key: then the lenient reader decides.
 */
export function readSectionedJson(text: string): BenchRun[] | null {
  const places = runPlaces(text);
  if (places === null) return null;
  const lines = new LineCounter(text);
  const runs: BenchRun[] = [];
  for (const { start, end } of places) {
    const run = readRun(text, start, end, lines);
    if (run === null) return null;
    runs.push(run);
  }
  return runs;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where each run begins and ends; null when something other than commas and the brackets of a list stands between them. */
function runPlaces(text: string): Place[] | null {
  const starts: number[] = [];
  for (let key = text.indexOf(RUN_KEY); key !== -1; key = text.indexOf(RUN_KEY, key + RUN_KEY.length)) {
    const brace = braceBefore(text, key);
    if (brace === -1) return null;
    starts.push(brace);
  }
  const [first] = starts;
  if (first === undefined) return null;
  const places = starts.map((start, index) => ({ start, end: text.lastIndexOf("}", (starts[index + 1] ?? text.length) - 1) + 1 }));
  const before = text.slice(0, first).trim();
  const isList = before === "[";
  const fits = places.every(({ start, end }, index) => {
    const next = starts[index + 1];
    return end > start && text.slice(end, next).trim() === (next === undefined ? (isList ? "]" : "") : isList ? "," : "");
  });
  return fits && (isList || before === "") ? places : null;
}

/** Index of the brace that a key is the first member of; -1 when it is not the first. */
function braceBefore(text: string, key: number): number {
  let at = key - 1;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x09; code = text.charCodeAt(at)) at -= 1;
  return text[at] === "{" ? at : -1;
}

function readRun(text: string, start: number, end: number, lines: LineCounter): BenchRun | null {
  const written = text.slice(start, end);
  const value = parse(written);
  if (!isObject(value) || !Array.isArray(value.tests)) return null;
  const run = new RunDraft(lines.lineAt(start));
  run.started = true;
  run.closed = true;
  const { dockerbenchsecurity, checks, score } = value;
  if (typeof dockerbenchsecurity !== "string" || !isCount(checks) || !isCount(score) || typeof value.start !== "number") return null;
  run.headerVersion = dockerbenchsecurity;
  run.checks = checks ?? null;
  run.score = score ?? null;
  run.startedAt = readEpochSeconds(String(value.start));
  if (run.startedAt === null) return null;
  const plain = written.includes("\\") ? plainLine : foldBlanks;
  let from = start;
  for (const section of value.tests as unknown[]) {
    from = readSection(run, section, { text, from, end, lines, plain });
    if (from === -1) return null;
  }
  // A number, a level or a list of tests more than was read: a key is repeated, and JSON.parse kept only the last.
  if (keyAt(text, ID_KEY, from, end) !== -1 || countKeys(text, '"result"', start, end) !== run.results.length) return null;
  if (countKeys(text, '"tests"', start, end) !== 1) return null;
  run.lastLine = lines.lineAt(end - 1);
  return run.finish();
}

interface Scan {
  readonly text: string;
  readonly from: number;
  readonly end: number;
  readonly lines: LineCounter;
  /** Text without a backslash is clean already, and so are the strings in it: their blanks are all that may need folding. */
  readonly plain: (text: string) => string;
}

/** Adds the results of a section. Answers where its keys end, or -1 when it is not as the tool writes it. */
function readSection(run: RunDraft, section: unknown, { text, from, end, lines, plain }: Scan): number {
  if (!isObject(section) || typeof section.id !== "string" || !Array.isArray(section.results)) return -1;
  let key = keyAt(text, ID_KEY, from, end);
  for (const value of section.results as unknown[]) {
    const result = plainResult(value);
    if (key === -1 || result === null) return -1;
    key = keyAt(text, ID_KEY, key + 1, end);
    const brace = key === -1 ? -1 : braceBefore(text, key);
    if (brace === -1) return -1;
    const draft = run.addResult({
      id: result.id,
      title: plain(result.desc),
      level: result.level,
      section: section.id,
      line: lines.lineAt(brace),
    });
    addDetails(draft, { details: result.details, items: result.items?.map(plain) ?? null, whole: true });
  }
  return key === -1 ? -1 : key + 1;
}

function plainResult(value: unknown): PlainResult | null {
  if (!isObject(value)) return null;
  const { id, desc, result, details = null, items = null } = value;
  if (typeof id !== "string" || typeof desc !== "string" || typeof result !== "string" || !/^[\w.]{1,64}$/.test(id)) return null;
  const level = readLevel(result);
  if (level === null || (details !== null && typeof details !== "string") || !(items === null || isTexts(items))) return null;
  return { id, desc, level, details, items };
}

/** Where a key next stands. Valid JSON has these quotes and a colon only around a key: inside a string they bear backslashes. */
function keyAt(text: string, key: string, from: number, end: number): number {
  for (let at = text.indexOf(key, from); at !== -1 && at < end; at = text.indexOf(key, at + key.length)) {
    let after = at + key.length;
    while (text.charCodeAt(after) === 0x20) after += 1;
    if (text.charCodeAt(after) === 0x3a) return at;
  }
  return -1;
}

function countKeys(text: string, key: string, from: number, end: number): number {
  let count = 0;
  for (let at = keyAt(text, key, from, end); at !== -1; at = keyAt(text, key, at + key.length, end)) count += 1;
  return count;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === "string");

const isCount = (value: unknown): value is number | undefined =>
  value === undefined || (typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1_000_000_000);

/** 1-based lines of places that are asked for from front to back. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.indexOf("\n");
  }

  lineAt(place: number): number {
    while (this.#next !== -1 && this.#next < place) {
      this.#line += 1;
      this.#next = this.#text.indexOf("\n", this.#next + 1);
    }
    return this.#line;
  }
}
