import { endOfCheckNumber, skipBlanks } from "./check-number";
import { foldBlanks } from "./fold-blanks";
import { LEVELS, type Level } from "./report";

/** What one printed line of docker-bench-security is, by its shape alone. */
export type BenchLine =
  | { readonly kind: "blank" }
  /** A line of the "# ----" header; with the version or the benchmark when it carries one. */
  | { readonly kind: "banner"; readonly version?: string; readonly benchmark?: string; readonly opens?: true }
  | { readonly kind: "start"; readonly when: string }
  | { readonly kind: "part"; readonly part: "A" | "B" | "C" }
  | { readonly kind: "heading"; readonly level: Level; readonly section: string; readonly title: string }
  /** A check, or a sub-heading such as "1.1 - General Configuration": only what follows tells. */
  | { readonly kind: "check"; readonly level: Level; readonly id: string; readonly title: string }
  | { readonly kind: "without-id"; readonly level: Level; readonly title: string }
  | { readonly kind: "sub"; readonly level: Level; readonly words: string }
  | { readonly kind: "checks" | "score"; readonly value: number }
  /** "[PASS] 1.1.1 Title": the id is followed by no dash, as kube-bench and aquasecurity's docker-bench print it. */
  | { readonly kind: "no-dash"; readonly level: Level; readonly id: string }
  | { readonly kind: "notice"; readonly words: string }
  | { readonly kind: "other" };

const TAG = /\[(PASS|WARN|INFO|NOTE|FAIL)\]/y;
const DECORATION = /^[\s*_>#|`~"'+-]*$/;
const COLOUR_MARKUP = /^\$\\color\{\w+\}\{\\text\w+\{$/;
const ANY_TAG = /\[(?:PASS|WARN|INFO|NOTE|FAIL)\]/g;
const PREFIX_WIDTH = 64;

/** Cuts a line on which several results were joined ("… web-1 [WARN] 5.11 - …") into one piece per result. */
export function splitJoined(line: string): string[] {
  if (line.indexOf("[", 1) === -1) return [line];
  const cuts = [...line.matchAll(ANY_TAG)]
    .filter(({ index, 0: tag }) => index > 0 && startsResult(line, index + tag.length))
    .map(({ index }) => index);
  const inside = cuts.filter((index) => index > PREFIX_WIDTH || !DECORATION.test(line.slice(0, index)));
  return inside.length === 0 ? [line] : [0, ...inside].map((start, index) => line.slice(start, inside[index]));
}

/** A level in the middle of a line starts a second result only when a number and a dash, or a bullet, follow it. */
function startsResult(line: string, afterTag: number): boolean {
  const at = skipBlanks(line, afterTag);
  if (at === afterTag) return false;
  if (line[at] === "*") return /\s/.test(line[at + 1] ?? "");
  const end = endOfCheckNumber(line, at);
  const dash = skipBlanks(line, end);
  return end > at && line.slice(at, end).includes(".") && line[dash] === "-" && /\s/.test(line[dash + 1] ?? "");
}

/** Reads one line, already free of terminal escapes. Total, and linear in the length of the line. */
export function readLine(line: string): BenchLine {
  const trimmed = line.trim();
  if (trimmed === "" || trimmed.startsWith("```")) return { kind: "blank" };
  const tagAt = tagPosition(line);
  if (tagAt !== null) return readTagged(line, tagAt);
  return readUntagged(trimmed);
}

function tagPosition(line: string): number | null {
  const at = line.slice(0, PREFIX_WIDTH + 1).indexOf("[");
  if (at === -1) return null;
  TAG.lastIndex = at;
  if (!TAG.test(line)) return null;
  const prefix = line.slice(0, at);
  return DECORATION.test(prefix) || COLOUR_MARKUP.test(prefix) ? at : null;
}

function readTagged(line: string, tagAt: number): BenchLine {
  const level = LEVELS.find((known) => line.startsWith(known, tagAt + 1)) ?? "INFO";
  const rest = undecorate(line.slice(tagAt + level.length + 2), line.slice(0, tagAt));
  const body = rest.trim();
  if (body.startsWith("*")) return { kind: "sub", level, words: body.slice(1).trim() };
  const footer = /^(Checks|Score): *(-?\d{1,9})$/.exec(body);
  if (footer) return { kind: footer[1] === "Checks" ? "checks" : "score", value: Number(footer[2]) };
  if (body.startsWith("Some tests might require root")) return { kind: "notice", words: body };
  return readNumbered(level, body) ?? { kind: "without-id", level, title: foldBlanks(body) };
}

/** Removes what Markdown put around the line: `**…**`, `<br>`, colour markup. Only where the line opened with it. */
function undecorate(rest: string, prefix: string): string {
  if (prefix.startsWith("$")) return rest.replace(/^\}\}\$/, "").replace(/<br ?\/?>$/, "");
  return prefix.includes("**") && rest.trimEnd().endsWith("**") ? rest.trimEnd().slice(0, -2) : rest;
}

function readNumbered(level: Level, body: string): BenchLine | null {
  const id = body.slice(0, endOfCheckNumber(body, 0));
  if (id === "") return null;
  const after = body.slice(id.length);
  const dashed = after.trimStart();
  if (!/^[-–—]/.test(dashed)) return /^\s+\S/.test(after) ? { kind: "no-dash", level, id } : null;
  const title = foldBlanks(dashed.slice(1));
  if (/^\d+$/.test(id)) return { kind: "heading", level, section: id, title };
  return title === "" ? null : { kind: "check", level, id, title };
}

function readUntagged(trimmed: string): BenchLine {
  const bare = trimmed.replace(/^\*\*/, "").replace(/\*\*$/, "");
  if (bare.startsWith("#")) return readBanner(bare.slice(1).trim()) ?? { kind: "other" };
  if (/^Initializing(?:\s|$)/.test(bare)) return { kind: "start", when: bare.slice("Initializing".length).trim() };
  const part = /^Section ([ABC]) - (?:Check results|Remediation measures|Score)$/.exec(bare)?.[1];
  if (part === "A" || part === "B" || part === "C") return { kind: "part", part };
  return { kind: "other" };
}

const BANNER_PROSE = [
  "Docker, Inc. (c)",
  "Checks for dozens of common best-practices",
  "Provides automated tests for the CIS",
  "https://benchmarks.cisecurity.org/",
];

function readBanner(words: string): BenchLine | null {
  if (words === "" || BANNER_PROSE.some((start) => words.startsWith(start))) return { kind: "banner" };
  if (/^-{20,}$/.test(words)) return { kind: "banner", opens: true };
  const version = /^Docker Bench for Security v(\d[\w.-]{0,30})$/.exec(words)?.[1];
  if (version !== undefined) return { kind: "banner", version };
  const benchmark = /^(?:Inspired by|Based on) the (CIS .{1,80}?)[.:]?$/.exec(words)?.[1];
  if (benchmark !== undefined) return { kind: "banner", benchmark };
  // The first snapshots of 2015 bear the benchmark's name only, and its version is the script's.
  const first = /^(CIS Docker [\d.]{1,10} Benchmark v(\d[\d.]{0,10})) checker$/.exec(words);
  return first?.[1] !== undefined && first[2] !== undefined ? { kind: "banner", benchmark: first[1], version: first[2] } : null;
}
