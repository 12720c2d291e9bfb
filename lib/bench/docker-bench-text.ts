import { type BenchLine, readLine, splitJoined } from "./bench-line";
import { KeptRuns } from "./kept-runs";
import type { BenchRun } from "./report";
import { addItems, addNote, type NumberedLine, type ResultDraft, RunDraft } from "./run-draft";
import { readStartedAt } from "./started-at";
import { readSubWords } from "./sub-items";

/** Headings of the form "1.1 - …" in editions since 1.3.5; needed only where no check follows them. */
const SUB_HEADINGS: ReadonlySet<string> = new Set([
  "General Configuration",
  "Linux Hosts Specific Configuration",
  "Universal Control Plane Configuration",
  "Docker Trusted Registry Configuration",
]);

/** Characters of one result or item; real ones have a few hundred, lists of users a few thousand. */
const MAX_LINE = 65_536;

/**
 * Reads the printed output of docker-bench-security, console or log file, every edition since 2015. One file may hold several runs;
 * none are found in text of another kind. Total and linear: what is not understood ends up in `skipped`.
 */
export function readDockerBenchText(text: string): BenchRun[] {
  const reader = new TextReader();
  let start = 0;
  for (let line = 1; start <= text.length; line += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (end > start) reader.takeLine(line, text.slice(start, end));
    start = end + 1;
  }
  return reader.finish();
}

/** Reads lines that stood in something else than a text, such as the strings of a JSON file. */
export function readPrintedLines(lines: Iterable<NumberedLine>): BenchRun[] {
  const reader = new TextReader();
  for (const { line, text } of lines) reader.takeLine(line, text);
  return reader.finish();
}

type CheckLine = Extract<BenchLine, { kind: "check" }>;

class TextReader {
  readonly #runs = new KeptRuns();
  #run: RunDraft | null = null;
  #section: string | null = null;
  #current: ResultDraft | null = null;
  #seen = new Map<string, string>();
  #remediation: { line: number; lines: number } | null = null;

  takeLine(line: number, text: string): void {
    if (text.indexOf("[", 1) === -1) this.#takePiece(line, text);
    else for (const piece of splitJoined(text)) this.#takePiece(line, piece);
  }

  #takePiece(line: number, piece: string): void {
    if (piece.length <= MAX_LINE) this.#take(readLine(piece), line, piece);
    else this.#skipLong(line, piece);
  }

  #take(read: BenchLine, line: number, text: string): void {
    if (read.kind === "blank" || this.#isRemediation(read)) return;
    this.#turnOver(read);
    this.#run ??= new RunDraft(line);
    this.#run.lastLine = line;
    this.#apply(this.#run, read, line, text);
  }

  /** A line too long to be the tool's. It may have been the list of the check before it. */
  #skipLong(line: number, text: string): void {
    this.#run ??= new RunDraft(line);
    this.#run.lastLine = line;
    this.#run.skip(line, text, `longer than ${MAX_LINE} characters`);
    if (this.#current) this.#current.itemsWhole = false;
  }

  finish(): BenchRun[] {
    this.#endRun();
    return this.#runs.finish();
  }

  #apply(run: RunDraft, read: BenchLine, line: number, text: string): void {
    switch (read.kind) {
      case "banner":
        run.headerVersion = read.version ?? run.headerVersion;
        run.benchmark = read.benchmark ?? run.benchmark;
        return;
      case "start":
        run.started = true;
        run.startedAt = readStartedAt(read.when);
        if (run.startedAt === null) run.skip(line, text, "the date could not be read");
        return;
      case "part":
        this.#current = null;
        if (read.part === "B") this.#remediation = { line, lines: 0 };
        return;
      case "heading":
        this.#current = null;
        this.#section = read.section;
        return;
      case "check":
        this.#check(run, read, line);
        return;
      case "without-id":
        this.#withoutId(run, read, line, text);
        return;
      case "sub":
        this.#sub(run, read.words, line, text);
        return;
      case "checks":
      case "score":
        this.#current = null;
        run[read.kind] = read.value;
        run.closed = run.checks !== null && run.score !== null;
        return;
      default:
        run.skip(line, text, SKIP_REASONS[read.kind]);
    }
  }

  #check(run: RunDraft, read: CheckLine, line: number): void {
    this.#dropHeadingBefore(run, read.id);
    this.#seen.set(read.id, read.title);
    if (run.isFull) {
      run.skip(line, read.title, "more results than a run can have");
      return;
    }
    const isHeading = read.level === "INFO" && SUB_HEADINGS.has(read.title);
    this.#current = isHeading
      ? null
      : run.addResult({ id: read.id, title: read.title, level: read.level, section: this.#sectionOf(read.id), line });
  }

  /** "[INFO] 8.1 - …" is a heading when the next number is one below it. Only community checks ("C.1", "C.1.1") nest. */
  #dropHeadingBefore(run: RunDraft, nextId: string): void {
    const before = this.#current;
    if (before?.id == null || before.level !== "INFO" || !isBelow(nextId, before.id) || !/^\d/.test(before.id)) return;
    if (before.items.length === 0 && before.notes.length === 0) run.results.pop();
  }

  /** Community checks ("C.1") are printed under a heading of another number. */
  #sectionOf(id: string): string | null {
    const dot = id.indexOf(".");
    const own = dot === -1 ? id : id.slice(0, dot);
    return this.#section !== null && !/^\d+$/.test(own) ? this.#section : own;
  }

  #withoutId(run: RunDraft, read: Extract<BenchLine, { kind: "without-id" }>, line: number, text: string): void {
    // The deprecated "experimental features" check is printed without its number; nothing else is.
    const underWay = run.started || run.results.length > 0 || this.#section !== null;
    if (!underWay || run.closed || run.isFull || !/^(?:Ensure|Avoid) \S/.test(read.title)) {
      run.skip(line, text, "a level, but neither a check nor an item");
      return;
    }
    const section = this.#section ?? run.results.at(-1)?.section ?? null;
    this.#current = run.addResult({ id: null, title: read.title, level: read.level, section, line });
  }

  #sub(run: RunDraft, words: string, line: number, text: string): void {
    const current = this.#current;
    if (words === "") return;
    const read = readSubWords(words);
    if (words.includes("kipping") && SKIPPED_SECTION.test(words)) run.skip(line, text, "the tool left out a section");
    else if (!current) run.skip(line, text, "an item without its check");
    else if (words === "(truncated)" || run.isFull) current.itemsWhole = false;
    else if (read.kind === "note") addNote(current, words);
    else addItems(current, read.names, words, line);
    run.entries += read.kind === "items" ? read.names.length : 1;
  }

  /** Section B repeats numbers in the shape of checks. It ends with the score, or with the next run. */
  #isRemediation(read: BenchLine): boolean {
    if (!this.#remediation) return false;
    if (read.kind === "part" || read.kind === "start" || read.kind === "checks" || read.kind === "score" || isNewHeader(read)) {
      this.#endRemediation();
      return false;
    }
    this.#remediation.lines += 1;
    return true;
  }

  #endRemediation(): void {
    if (!this.#remediation) return;
    this.#run?.skip(this.#remediation.line, "Section B - Remediation measures", `${this.#remediation.lines} lines of advice, no results`);
    this.#remediation = null;
  }

  /** The tool appends: a header, a second "Initializing", or a result after the score begins another run. */
  #turnOver(read: BenchLine): void {
    const run = this.#run;
    if (!run) return;
    const underWay = run.started || run.results.length > 0;
    const begins = read.kind === "start" || isNewHeader(read);
    if ((begins && underWay) || (run.closed && AFTER_THE_END.has(read.kind))) {
      this.#endRun();
      this.#section = null;
    } else if (read.kind === "check" && this.#seen.get(read.id) === read.title) {
      // The same check again: two excerpts in one document. The heading just read belongs to the second.
      this.#endRun();
    }
  }

  #endRun(): void {
    this.#endRemediation();
    if (this.#run) this.#runs.add(this.#run);
    this.#run = null;
    this.#current = null;
    this.#seen = new Map();
  }
}

/** "No containers running, skipping Section 5". */
const SKIPPED_SECTION = /\bskipping section \S+$/i;

const isBelow = (id: string, parent: string): boolean => id[parent.length] === "." && id.startsWith(parent);

const SKIP_REASONS = {
  notice: "message of the tool, no check",
  "no-dash": "a level and a number, but not written as docker-bench-security writes a check",
  other: "no line of the report",
  blank: "blank",
} as const;

/** What cannot come after the score of the same run. */
const AFTER_THE_END: ReadonlySet<BenchLine["kind"]> = new Set(["heading", "check", "sub", "checks", "score", "notice", "part"]);

const isNewHeader = (read: BenchLine): boolean => read.kind === "banner" && (read.opens === true || read.version !== undefined);
