/** The words a tool prints before a check. docker-bench-security knows no FAIL; kube-bench and aqua's docker-bench do. */
export const LEVELS = ["PASS", "WARN", "INFO", "NOTE", "FAIL"] as const;
export type Level = (typeof LEVELS)[number];

export type BenchFormat =
  | "docker-bench-text"
  | "docker-bench-json"
  | "aqua-docker-bench-text"
  | "aqua-docker-bench-json"
  | "kube-bench-text"
  | "kube-bench-json";

/** One container, image, file, user or port that a result names. */
export interface BenchItem {
  /** The thing as the tool's JSON names it ("web-1", "web-1:80"), equal for text and JSON of one run. */
  readonly name: string;
  /** The words as printed, without tag, bullet and surrounding blanks; of a line that names several things, the one name. */
  readonly raw: string;
  /** 1-based line in the decoded file; null where the format has none. */
  readonly line: number | null;
}

/** What one run says of one check. */
export interface BenchResult {
  /** The number as printed; null for the few checks that are printed without one. */
  readonly id: string | null;
  /** The title as printed, blanks folded, suffixes kept. Empty in flat JSON, which has no titles. */
  readonly title: string;
  readonly level: Level;
  /** Number of the section the check was printed under, e.g. "5". */
  readonly section: string | null;
  readonly items: readonly BenchItem[];
  /** Sub-lines or details that name no item: "File not found", "Using 24.0.7 which is current". */
  readonly notes: readonly string[];
  /** False when the list may not be all: "(truncated)", the last check of a run without an end, or flat JSON, which leaves lists out. */
  readonly itemsWhole: boolean;
  readonly line: number | null;
}

/** When a run started. Dates of old editions carry no offset: "Tue Nov 12 13:20:30 CET 2019". */
export type StartedAt =
  | { readonly kind: "instant"; readonly raw: string; readonly epochMs: number }
  | {
      readonly kind: "local";
      readonly raw: string;
      /** Wall-clock time, "2019-11-12T13:20:30", to be placed in the host's zone. */
      readonly wallClock: string;
      /** Zone abbreviation as printed, where there was one. */
      readonly zone: string | null;
    };

/** A line that was not understood or deliberately left out, with the reason. Nothing is dropped silently. */
export interface SkippedLine {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** One run of the tool. A file may hold several: the tool appends. */
export interface BenchRun {
  readonly headerVersion: string | null;
  /** The "Inspired by / Based on the …" line's benchmark, e.g. "CIS Docker Benchmark 1.6.0". */
  readonly benchmark: string | null;
  readonly startedAt: StartedAt | null;
  /** True when the tool's own end was seen: the Checks/Score footer, or closed JSON. Editions before 1.3.4 print none. */
  readonly closed: boolean;
  /** The tool's own count and score, as printed; null without a footer. */
  readonly checks: number | null;
  readonly score: number | null;
  readonly results: readonly BenchResult[];
  readonly skipped: readonly SkippedLine[];
  /** 1-based first and last line of the run in the decoded file. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface BenchFile {
  readonly format: BenchFormat;
  /** In file order; never empty. */
  readonly runs: readonly BenchRun[];
  /** Remarks on the bytes: "decoded from UTF-16", "2 NUL bytes replaced". */
  readonly remarks: readonly string[];
}

export type RefusalCode = "empty" | "not-a-report" | "archive" | "not-text" | "too-large" | "bad-gzip";

/** Why a file is no log of a known tool. Line and column are 1-based. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
  /** The lines around the place, for people. */
  readonly context: readonly { readonly line: number; readonly text: string }[];
}
