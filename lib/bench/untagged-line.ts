/** A line of the tool that bears no level: its header, its start, and the titles of the parts of a run. */
export type UntaggedLine =
  /** A line of the "# ----" header; with the version or the benchmark when it carries one. */
  | { readonly kind: "banner"; readonly version?: string; readonly benchmark?: string; readonly opens?: true }
  | { readonly kind: "start"; readonly when: string }
  | { readonly kind: "part"; readonly part: "A" | "B" | "C" };

/** Reads a trimmed line without a level; null when it is none of the tool's. */
export function readUntagged(trimmed: string): UntaggedLine | null {
  switch (trimmed.charCodeAt(0)) {
    case 0x23: // #
      return readBanner(trimmed.slice(1).trim());
    case 0x49: // I
      if (!/^Initializing(?:\s|$)/.test(trimmed)) return null;
      return { kind: "start", when: trimmed.slice("Initializing".length).trim() };
    case 0x53: // S
      return readPart(trimmed);
    default:
      return null;
  }
}

function readPart(trimmed: string): UntaggedLine | null {
  const part = /^Section ([ABC]) - (?:Check results|Remediation measures|Score)$/.exec(trimmed)?.[1];
  return part === "A" || part === "B" || part === "C" ? { kind: "part", part } : null;
}

const BANNER_PROSE = [
  "Docker, Inc. (c)",
  "Checks for dozens of common best-practices",
  "Provides automated tests for the CIS",
  "https://benchmarks.cisecurity.org/",
];

function readBanner(words: string): UntaggedLine | null {
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
