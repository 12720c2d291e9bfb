import { type AquaCounts, differenceFrom, totalOf } from "./aqua-counts";
import { headingsAmong } from "./aqua-headings";
import { type AquaLine, readAquaLine } from "./aqua-line";
import { KeptRuns } from "./kept-runs";
import { shorten } from "./refusal";
import type { BenchRun } from "./report";
import { addNote, type ResultDraft, RunDraft } from "./run-draft";

/** Characters of one line; real ones have a few hundred. */
const MAX_LINE = 65_536;
/** Characters of one line of a command's output; the arguments of an API server take some two thousand. */
const MAX_NOTE = 4000;

/**
 * Reads the printed output of kube-bench and of aquasecurity's docker-bench, which print alike. Total and linear: what is not
 * understood ends up in `skipped`.
 *
 * One call of kube-bench prints several targets (master, etcd, controlplane, node, policies), each with its own summary: they are
 * one run, because they are evidence of one host. "== Summary total ==" ends it. Releases before 0.5 print no total; there, and
 * under --nototals, a run goes on until it would say something twice: a section it has had, or a check of the same section. So the
 * logs of two nodes in one file are two runs, and so are a master and a node of which each has its total. What an old
 * release printed for a master and, in another call, for a node cannot be told from one call for both, and is read as that.
 *
 * A run is closed when its last summary was printed and agrees with the results that were read: a summary below an excerpt does not.
 */
export function readAquaText(text: string): BenchRun[] {
  const reader = new TextReader();
  let start = 0;
  for (let line = 1; start <= text.length; line += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const printed = text.slice(start, end);
    if (printed.length <= MAX_LINE) reader.take(readAquaLine(printed), line, printed);
    else reader.skipLong(line, printed);
    start = end + 1;
  }
  return reader.finish();
}

type NumberedResult = Extract<AquaLine, { kind: "numbered" }>;

interface Summary {
  readonly target: string | null;
  readonly line: number;
  /** Index of the first result it counts, and after the last. */
  readonly from: number;
  readonly to: number;
  readonly counts: AquaCounts;
}

class TextReader {
  readonly #runs = new KeptRuns();
  #run: RunDraft | null = null;
  #current: ResultDraft | null = null;
  #section: string | null = null;
  /** Results of the run when the section began, -1 after its summary: the etcd target prints its number twice, as section and as group. */
  #sectionStart = 0;
  #sections = new Set<string>();
  #seen = new Set<string>();
  #byId = new Map<string, ResultDraft>();
  #summaries: Summary[] = [];
  #block: { readonly line: number; readonly target: string | null; lines: number } | null = null;

  take(read: AquaLine, line: number, text: string): void {
    if (read.kind === "blank") return;
    if (read.kind === "numbered") this.#turnOver(read);
    this.#run ??= new RunDraft(line);
    this.#run.lastLine = line;
    if (this.#block && (read.kind === "other" || read.kind === "detail")) this.#advice(this.#block, text);
    else this.#apply(this.#run, read, line, text);
  }

  /** A line too long to be the tool's; it may have been output of the check before it. */
  skipLong(line: number, text: string): void {
    this.#run ??= new RunDraft(line);
    this.#run.lastLine = line;
    this.#run.skip(line, text, `longer than ${MAX_LINE} characters`);
  }

  finish(): BenchRun[] {
    this.#endRun();
    return this.#runs.finish();
  }

  #apply(run: RunDraft, read: Exclude<AquaLine, { kind: "blank" }>, line: number, text: string): void {
    if (read.kind !== "detail" && read.kind !== "other") this.#endBlock();
    switch (read.kind) {
      case "numbered":
        this.#numbered(run, read, line);
        return;
      case "remediations":
        this.#current = null;
        this.#block = { line, target: read.target, lines: 0 };
        return;
      case "summary":
        this.#current = null;
        this.#summary(run, read.target, line);
        return;
      case "count":
        this.#count(run, read, line, text);
        return;
      case "detail":
        this.#detail(run, read.words, line);
        return;
      default:
        run.skip(line, text, "no line of the report");
    }
  }

  #numbered(run: RunDraft, { level, id, title }: NumberedResult, line: number): void {
    this.#current = null;
    if (level === "INFO" && /^CIS .*Benchmark/.test(title)) run.benchmark = title;
    else if (level === "INFO" && /^\d+$/.test(id)) this.#heading(run, id);
    else if (run.isFull) run.skip(line, title, "more results than a run can have");
    else {
      const section = /^\d/.test(id) ? (id.split(".", 1)[0] ?? null) : this.#section;
      this.#current = run.addResult({ id, title, level, section, line });
      const key = keyOf(this.#section, id, title);
      if (key !== null) this.#seen.add(key);
      this.#byId.set(id, this.#current);
    }
  }

  #heading(run: RunDraft, id: string): void {
    if (this.#section !== id) this.#byId = new Map();
    this.#section = id;
    this.#sectionStart = run.results.length;
    this.#sections.add(id);
  }

  #summary(run: RunDraft, target: string | null, line: number): void {
    const isTotal = target === "total";
    const from = isTotal ? 0 : (this.#summaries.at(-1)?.to ?? 0);
    this.#summaries.push({ target, line, from, to: run.results.length, counts: {} });
    this.#sectionStart = -1;
  }

  #count(run: RunDraft, { level, value }: Extract<AquaLine, { kind: "count" }>, line: number, text: string): void {
    const summary = this.#summaries.at(-1);
    if (summary === undefined || summary.to !== run.results.length || summary.counts[level] !== undefined)
      run.skip(line, text, "a count without its summary");
    else summary.counts[level] = value;
  }

  #detail(run: RunDraft, words: string, line: number): void {
    if (this.#current === null) run.skip(line, words, "output without its check");
    else if (run.isFull) this.#current.itemsWhole = false;
    else {
      addNote(this.#current, shorten(words, MAX_NOTE));
      run.entries += 1;
    }
  }

  /** Remediations repeat the numbers of the checks. Only the reason why a check could not be made says something about the host. */
  #advice(block: { lines: number }, text: string): void {
    block.lines += 1;
    const reason = /^(\S{1,40}) ((?:audit test did not run: |Test marked as skip$).{0,4000})/.exec(text);
    const check = this.#byId.get(reason?.[1] ?? "");
    if (check === undefined || reason?.[2] === undefined || this.#run?.isFull !== false) return;
    addNote(check, reason[2].trim());
    this.#run.entries += 1;
  }

  #endBlock(): void {
    const block = this.#block;
    this.#block = null;
    if (block === null) return;
    const of = block.target === null ? "" : ` ${block.target}`;
    this.#run?.skip(block.line, `== Remediations${of} ==`, `${block.lines} lines of advice, no results`);
  }

  /** A result after the total, a section for the second time, or the same check of one section begin another run. */
  #turnOver({ level, id, title }: NumberedResult): void {
    const run = this.#run;
    if (run === null) return;
    const hasEnded = this.#summaries.at(-1)?.target === "total";
    const isBenchmark = level === "INFO" && /^CIS .*Benchmark/.test(title) && run.results.length > 0;
    const key = keyOf(this.#section, id, title);
    const isCheckAgain = key !== null && this.#seen.has(key);
    if (hasEnded || isBenchmark || isCheckAgain || this.#isSectionAgain(run, level, id)) this.#endRun();
  }

  #isSectionAgain(run: RunDraft, level: string, id: string): boolean {
    if (level !== "INFO" || !this.#sections.has(id)) return false;
    return id !== this.#section || run.results.length > this.#sectionStart;
  }

  #endRun(): void {
    const run = this.#run;
    if (run) {
      this.#endBlock();
      close(run, this.#summaries);
      this.#runs.add(run);
    }
    this.#run = null;
    this.#current = null;
    this.#section = null;
    this.#sectionStart = 0;
    this.#sections = new Set();
    this.#seen = new Set();
    this.#byId = new Map();
    this.#summaries = [];
  }
}

/** Excerpts of the DISA STIG have no sections, and one run gives a number to two targets: there nothing counts as said twice. */
const keyOf = (section: string | null, id: string, title: string): string | null =>
  section === null && !/^\d/.test(id) ? null : `${section ?? ""}\n${id}\n${title}`;

/** Takes the headings out, and holds the results against the tool's own counts. */
function close(run: RunDraft, summaries: readonly Summary[]): void {
  const headings = headingsAmong(run.results);
  const total = summaries.findLast(({ target }) => target === "total");
  const deciding = total ? [total] : summaries;
  const isLast = deciding.length > 0 && deciding.at(-1)?.to === run.results.length;
  let agrees = isLast;
  for (const { line, target, from, to, counts } of deciding) {
    const difference = differenceFrom(
      counts,
      run.results.slice(from, to).filter((result) => !headings.has(result)),
    );
    if (difference === null) continue;
    agrees = false;
    run.skip(line, `== Summary${target === null ? "" : ` ${target}`} ==`, difference);
  }
  const totals = deciding.map(({ counts }) => totalOf(counts));
  run.checks = isLast && totals.every((value) => value !== null) ? totals.reduce<number>((sum, value) => sum + value, 0) : null;
  run.closed = agrees;
  const checks = run.results.filter((result) => !headings.has(result));
  run.results.length = 0;
  for (const check of checks) run.results.push(check);
}
