import { type AquaCounts, differenceFrom, totalOf } from "./aqua-counts";
import { plainLine, readLevel } from "./json-details";
import { type JsonArray, type JsonNode, type JsonObject, memberOf, scalarOf, textOf } from "./json-tree";
import { shorten } from "./refusal";
import type { BenchRun } from "./report";
import { addNote, RunDraft } from "./run-draft";
import type { Tool } from "./tool";

/** Runs of one tool. */
export interface AquaReading {
  readonly tool: Exclude<Tool, "docker-bench-security">;
  readonly runs: readonly BenchRun[];
}

/** What one call printed: its controls, and the object or array around them. */
interface Document {
  readonly root: JsonObject | JsonArray;
  readonly controls: JsonObject[];
  readonly totals: JsonObject | null;
}

/** Characters of a value that go into a note; an audit may print whole files. */
const MAX_NOTE = 1000;

/**
 * Finds the runs of kube-bench and of aquasecurity's docker-bench in JSON: `{"Controls": […], "Totals": …}`, a bare array of
 * controls, one object per target as old releases wrote it, several documents one after the other, or a loose piece of any of these.
 * Each document is a run; controls that stand alone are one until a section comes again. Empty when the JSON is something else.
 */
export function readAquaJson(roots: readonly JsonNode[]): AquaReading {
  const documents = joinAlone(roots.flatMap((root) => documentsOf(root)));
  const runs = documents.map((document) => readDocument(document)).filter((run) => run.results.length > 0);
  const read = runs.length > 0 ? runs : readLoosePiece(roots);
  return { tool: documents.some((document) => isKube(document)) || hasKubeMembers(roots) ? "kube-bench" : "aqua-docker-bench", runs: read };
}

function documentsOf(node: JsonNode): Document[] {
  if (node.kind === "array") {
    const controls = controlsAmong(node.elements);
    return controls.length > 0 ? [{ root: node, controls, totals: null }] : node.elements.flatMap((element) => documentsOf(element));
  }
  if (node.kind !== "object") return [];
  if (isControls(node)) return [{ root: node, controls: [node], totals: null }];
  const controls = memberOf(node, "Controls");
  const totals = memberOf(node, "Totals");
  if (controls?.kind === "array") {
    return [{ root: node, controls: controlsAmong(controls.elements), totals: totals?.kind === "object" ? totals : null }];
  }
  return node.entries.flatMap((entry) => documentsOf(entry.value));
}

const controlsAmong = (nodes: readonly JsonNode[]): JsonObject[] =>
  nodes.flatMap((node) => (node.kind === "object" && isControls(node) ? [node] : []));

/** The controls of one target: sections under "tests". docker-bench-security has "tests" too, but no text beside them. */
const isControls = (object: JsonObject): boolean => memberOf(object, "tests")?.kind === "array" && textOf(object, "text") !== null;

/** Old releases of kube-bench wrote one object per target; the number of a section that comes again begins another run. */
function joinAlone(documents: readonly Document[]): Document[] {
  const joined: Document[] = [];
  let sections = new Set<string>();
  for (const document of documents) {
    const last = joined.at(-1);
    const [first] = document.controls;
    const id = (first && textOf(first, "id")) ?? "";
    const isAlone = first === document.root;
    if (last && isAlone && last.controls[0] === last.root && isKube(document) && !sections.has(id))
      last.controls.push(...document.controls);
    else {
      joined.push({ ...document, controls: [...document.controls] });
      sections = new Set();
    }
    sections.add(id);
  }
  return joined;
}

const isKube = ({ root, controls }: Document): boolean =>
  (root.kind === "object" && memberOf(root, "Controls") !== null) || controls.some((control) => memberOf(control, "node_type") !== null);

const KUBE_MEMBERS: ReadonlySet<string> = new Set(["AuditConfig", "AuditEnv", "IsMultiple"]);

/** Members that only a result of kube-bench has, in a piece that lost what was around it. */
function hasKubeMembers(nodes: readonly JsonNode[]): boolean {
  return nodes.some((node) => {
    if (node.kind === "array") return hasKubeMembers(node.elements);
    if (node.kind !== "object") return false;
    return node.entries.some(({ key }) => KUBE_MEMBERS.has(key)) || hasKubeMembers(node.entries.map(({ value }) => value));
  });
}

function readDocument({ root, controls, totals }: Document): BenchRun {
  const run = new RunDraft(root.line);
  run.lastLine = controls.reduce((last, control) => Math.max(last, control.lastLine), root.lastLine);
  run.benchmark = controls.map((control) => textOf(control, "version")).find((version) => version !== null && version !== "") ?? null;
  const counts = totals ? [countsOf(totals)] : controls.map((control) => countsOf(control));
  let agrees = root.closed && controls.length > 0 && controls.every(({ closed }) => closed);
  for (const [index, control] of controls.entries()) {
    const from = run.results.length;
    readResults(run, control, textOf(control, "id"));
    if (totals === null) agrees = compare(run, control, counts[index] ?? {}, from) && agrees;
  }
  if (totals !== null) agrees = compare(run, totals, counts[0] ?? {}, 0) && agrees;
  run.closed = agrees;
  const sums = counts.map((each) => totalOf(each));
  run.checks = sums.length > 0 && sums.every((sum) => sum !== null) ? sums.reduce<number>((total, sum) => total + sum, 0) : null;
  return run.finish();
}

function compare(run: RunDraft, object: JsonObject, counts: AquaCounts, from: number): boolean {
  if (totalOf(counts) === null) return true;
  const difference = differenceFrom(counts, run.results.slice(from));
  if (difference !== null) run.skip(object.line, `${textOf(object, "id") ?? "Totals"}`, difference);
  return difference === null;
}

const countOf = (object: JsonObject, key: string): number | undefined => {
  const value = scalarOf(object, key);
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
};

const countsOf = (object: JsonObject): AquaCounts => ({
  PASS: countOf(object, "total_pass"),
  FAIL: countOf(object, "total_fail"),
  WARN: countOf(object, "total_warn"),
  INFO: countOf(object, "total_info"),
});

/** Results without their document: the middle of a file, or what a filter left. */
function readLoosePiece(roots: readonly JsonNode[]): BenchRun[] {
  const first = roots[0];
  if (!first) return [];
  const run = new RunDraft(first.line);
  for (const root of roots) {
    readResults(run, root, null);
    if (root.kind === "object" || root.kind === "array") run.lastLine = root.lastLine;
  }
  return run.results.length > 0 ? [run.finish()] : [];
}

/** Walks lists and groups in file order. Depth is bounded by the JSON reader. */
function readResults(run: RunDraft, node: JsonNode, section: string | null): void {
  if (node.kind === "array") for (const element of node.elements) readResults(run, element, section);
  if (node.kind !== "object") return;
  if (memberOf(node, "test_number") !== null) readResult(run, node, section);
  else for (const entry of node.entries) readResults(run, entry.value, section);
}

function readResult(run: RunDraft, object: JsonObject, section: string | null): void {
  const id = plainLine(scalarOf(object, "test_number") ?? "");
  const title = plainLine(textOf(object, "test_desc") ?? "");
  const level = readLevel(textOf(object, "status"));
  if (id === "" || /\s/.test(id)) run.skip(object.line, title, "a check without a readable number");
  else if (level === null) run.skip(object.line, `${id} ${title}`, "a check without a readable result");
  else if (run.isFull) run.skip(object.line, title, "more results than a run can have");
  else {
    const own = /^\d/.test(id) ? (id.split(".", 1)[0] ?? null) : section;
    const result = run.addResult({ id, title, level, section: own, line: object.line });
    for (const note of notesOf(object)) addNote(result, note);
    run.entries += result.notes.length;
  }
}

const NOTED = [
  ["reason", "Reason"],
  ["actual_value", "Found"],
  ["expected_result", "Expected"],
] as const;

const notesOf = (object: JsonObject): string[] =>
  NOTED.flatMap(([key, word]) => {
    const value = plainLine(textOf(object, key)?.slice(0, 4 * MAX_NOTE) ?? "");
    return value === "" ? [] : [`${word}: ${shorten(value, MAX_NOTE)}`];
  });
