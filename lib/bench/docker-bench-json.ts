import { cleanText } from "./clean-text";
import { readPrintedLines } from "./docker-bench-text";
import { isFlatRun, readFlatResults } from "./flat-json";
import { addDetails, detailsOf, plainLine, readLevel } from "./json-details";
import { type JsonNode, type JsonObject, memberOf, scalarOf, textOf } from "./json-tree";
import type { BenchRun, Level } from "./report";
import { type NumberedLine, type ResultDraft, RunDraft } from "./run-draft";
import { readEpochSeconds } from "./started-at";
import { readUntagged } from "./untagged-line";

/**
 * Finds the runs of docker-bench-security in JSON: the flat form of 1.3.4, sections since then, an array of runs, tests without
 * sections (`-c check_…`), a loose piece of any of these, and printed output that someone wrapped in JSON strings.
 * Empty when the JSON is something else.
 */
export function readDockerBenchJson(roots: readonly JsonNode[]): BenchRun[] {
  const runs = roots.flatMap((root) => runObjects(root)).map((object) => readRun(object));
  if (runs.length > 0) return runs;
  return [...readLoosePiece(roots), ...readPrintedLines(printedLines(roots))];
}

/** `-c` runs and arrays put a run one list deep at most; wrappers of our users an object or two deeper. */
function runObjects(node: JsonNode): JsonObject[] {
  if (node.kind === "array") return node.elements.flatMap((element) => runObjects(element));
  if (node.kind !== "object") return [];
  if (memberOf(node, "dockerbenchsecurity") !== null || memberOf(node, "tests")?.kind === "array" || isFlatRun(node)) return [node];
  return node.entries.flatMap((entry) => runObjects(entry.value));
}

function readRun(object: JsonObject): BenchRun {
  const run = new RunDraft(object.line);
  run.started = true;
  run.headerVersion = scalarOf(object, "dockerbenchsecurity");
  run.lastLine = object.lastLine;
  run.closed = object.closed;
  run.checks = wholeNumber(scalarOf(object, "checks"));
  run.score = wholeNumber(scalarOf(object, "score"));
  readStart(run, object);
  const tests = memberOf(object, "tests");
  if (tests) new ResultReader(run).read(tests, null);
  else readFlatResults(run, object);
  return run.finish();
}

function readStart(run: RunDraft, object: JsonObject): void {
  const start = scalarOf(object, "start");
  if (start === null) return;
  run.startedAt = readEpochSeconds(start);
  if (run.startedAt === null) run.skip(object.line, start, "the start is no time in seconds");
}

const wholeNumber = (text: string | null): number | null => (text !== null && /^-?\d{1,9}$/.test(text) ? Number(text) : null);

/** Sections or results without their run: the middle of a file. */
function readLoosePiece(roots: readonly JsonNode[]): BenchRun[] {
  const first = roots[0];
  if (!first) return [];
  const run = new RunDraft(first.line);
  const reader = new ResultReader(run);
  for (const root of roots) {
    reader.read(root, null);
    if (root.kind === "object" || root.kind === "array") run.lastLine = root.lastLine;
  }
  return run.results.length > 0 ? [run.finish()] : [];
}

class ResultReader {
  readonly #run: RunDraft;
  #last: ResultDraft | null = null;

  constructor(run: RunDraft) {
    this.#run = run;
  }

  /** Walks lists, sections and results in file order. Depth is bounded by the JSON reader. */
  read(node: JsonNode, section: string | null): void {
    if (node.kind === "array") for (const element of node.elements) this.read(element, section);
    if (node.kind !== "object") return;
    const results = memberOf(node, "results");
    if (results) this.read(results, textOf(node, "id") ?? section);
    else if (memberOf(node, "result") || memberOf(node, "desc")) this.#result(node, section);
    else for (const entry of node.entries) this.read(entry.value, section);
  }

  #result(object: JsonObject, section: string | null): void {
    const id = textOf(object, "id")?.trim() ?? null;
    const level = readLevel(textOf(object, "result"));
    if (id === null) this.#withoutId(object);
    else if (/\s/.test(id)) this.#run.skip(object.line, id, "a check without a readable number");
    else if (level === null) this.#run.skip(object.line, `${id} ${textOf(object, "desc") ?? ""}`, "a check without a readable result");
    else this.#add(object, id, level, section);
  }

  #add(object: JsonObject, id: string, level: Level, section: string | null): void {
    const title = plainLine(textOf(object, "desc") ?? "");
    const own = id.split(".", 1)[0] ?? null;
    this.#last = this.#run.addResult({ id: plainLine(id), title, level, section: section ?? own, line: object.line });
    addDetails(this.#last, detailsOf(object));
  }

  /** 1.3.5 ends some checks more than once; what is added belongs to the check before. The very first has none: it lost its start. */
  #withoutId(object: JsonObject): void {
    if (this.#last && textOf(object, "details") !== null) addDetails(this.#last, detailsOf(object));
    else this.#run.skip(object.line, `"result": "${textOf(object, "result") ?? ""}"`, "a result whose number was never written");
  }
}

/** Lines of printed output inside JSON strings; each has the line of its string. */
function* printedLines(nodes: readonly JsonNode[]): Generator<NumberedLine> {
  for (const node of nodes) {
    if (node.kind === "array") yield* printedLines(node.elements);
    else if (node.kind === "object") yield* printedMembers(node);
    else if (node.kind === "text" && mayBePrinted(node.text)) {
      for (const text of cleanText(node.text).text.split("\n")) yield { line: node.line, text };
    }
  }
}

/** A whole log holds a level; of a log whose lines are strings of their own, those of the header and the start hold none. */
const mayBePrinted = (text: string): boolean => text.includes("[") || readUntagged(text.trim()) !== null;

/** Output regrouped by level has the score among the INFO lines; read in that order it would end the run too early. */
function* printedMembers(object: JsonObject): Generator<NumberedLine> {
  const values = object.entries.map(({ value }) => value);
  if (!object.entries.some(({ key }) => readLevel(key) !== null)) return yield* printedLines(values);
  const lines = [...printedLines(values)];
  const isFooter = ({ text }: NumberedLine) => /\] *(?:Checks|Score):/.test(text);
  yield* lines.filter((line) => !isFooter(line));
  yield* lines.filter(isFooter);
}
