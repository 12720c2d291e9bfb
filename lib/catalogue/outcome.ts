import type { BenchFormat, BenchResult, Level } from "@/lib/bench/report";
import type { Check } from "./edition";

/** What a level amounts to, whatever the tool calls it. */
export const OUTCOMES = ["fail", "manual", "info", "pass"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** WARN is docker-bench-security's failure, and the "look yourself" of the tools by aquasecurity. */
const OUTCOME_OF: Readonly<Record<"docker-bench" | "aqua", Readonly<Record<Level, Outcome>>>> = {
  "docker-bench": { FAIL: "fail", WARN: "fail", PASS: "pass", NOTE: "manual", INFO: "info" },
  aqua: { FAIL: "fail", WARN: "manual", PASS: "pass", NOTE: "manual", INFO: "info" },
};

const isDockerBench = (format: BenchFormat): boolean => format === "docker-bench-text" || format === "docker-bench-json";

/**
 * The level the text of the same run shows. A handful of checks print another word into the JSON: NOTE becomes INFO
 * (host hardening, rootless daemon, section 8), and so do PASS (Docker's version since 1.3.6) and WARN (default cgroup of
 * the flat JSON). A level that the text can print as well is taken at its word.
 */
const textLevel = (level: Level, format: BenchFormat, check: Check | null): Level => {
  if (format !== "docker-bench-json" || check === null || check.textLevels.includes(level)) return level;
  const onlyInText = check.textLevels.filter((text) => !check.jsonLevels.includes(text));
  const [meant, ...others] = onlyInText.length > 0 ? onlyInText : check.textLevels;
  return meant !== undefined && others.length === 0 ? meant : level;
};

/** Rules of evidence 7: the outcome of a result, with the known differences between the tool's text and JSON evened out. */
export const outcomeOf = (level: Level, format: BenchFormat, check: Check | null): Outcome =>
  OUTCOME_OF[isDockerBench(format) ? "docker-bench" : "aqua"][textLevel(level, format, check)];

/** What the tool says when the thing a check is about is not there. */
const ABSENT =
  /^(?:(?:file|directory) not found|no tls (?:ca certificate|server certificate|key) found|no containers running|docker daemon not listening on tcp|swarm mode not enabled)\b/i;

const ABSENT_IN_TITLE = /\((?:swarm mode not enabled|deprecated)\)/i;

/**
 * Rules of evidence 7: an INFO or NOTE that says that the file, directory, certificate, container, listener or swarm is not
 * there. Where a check's INFO can mean nothing else, it need not say so: the flat JSON never does.
 */
export const isNotAssessable = (result: BenchResult, outcome: Outcome, check: Check | null): boolean => {
  if (outcome !== "info" && outcome !== "manual") return false;
  if (result.level === "INFO" && check?.infoMeansAbsent === true) return true;
  if (ABSENT_IN_TITLE.test(result.title)) return true;
  return [...result.notes, ...result.items.map((item) => item.raw)].some((text) => ABSENT.test(text.trim()));
};

/** Rules of evidence 15: a check that prints nothing but PASS proves nothing by it. */
export const canOnlyPass = (check: Check | null): boolean => check?.textLevels.length === 1 && check.textLevels[0] === "PASS";
