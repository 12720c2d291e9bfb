import { join } from "node:path";
import type { BenchRun, Level } from "@/lib/bench/report";
import type { FoundEntry } from "./corpus-found";
import { Comparison, type Levels, type Outcome, readFile } from "./corpus-reading";

/** One output of kube-bench itself, with the counts of its summaries, or of its JSON's "status" members. */
export interface KubeEntry {
  readonly file: string;
  readonly format: "text" | "json";
  /** Lines with a level, by grep: headings are INFO lines too. */
  readonly taggedLines?: Levels;
  readonly summaries?: readonly {
    readonly name: string | null;
    readonly pass: number;
    readonly fail: number;
    readonly warn: number;
    readonly info: number;
  }[];
  readonly statusCounts?: Levels;
}

/** An index is of this kind when its entries count levels and nothing else. */
export const isKubeEntry = (entry: object): entry is KubeEntry => "taggedLines" in entry || "statusCounts" in entry;

/** Compares an output of kube-bench's own tests with its counts. */
export function checkKube(directory: string, entry: KubeEntry): Outcome {
  const read = readFile(join(directory, entry.file));
  const comparison = new Comparison();
  comparison.expect("refused", false, !read.result.ok);
  if (read.result.ok) {
    const { format, runs } = read.result.value;
    comparison.expect("format", `kube-bench-${entry.format}`, format);
    const { INFO: info = 0, ...decided } = levels(runs);
    const { INFO: expectedInfo = 0, ...expected } = sumOf(entry) ?? pick(entry.statusCounts ?? entry.taggedLines ?? {});
    comparison.expect("results by level", expected, decided);
    // Without a summary only grep's INFO lines are known, and headings are among them.
    if (entry.statusCounts !== undefined || sumOf(entry) !== null) comparison.expect("INFO", expectedInfo, info);
    if (entry.taggedLines !== undefined) {
      comparison.expect("tagged lines by level", pick({ ...entry.taggedLines, INFO: 0 }), { ...decided, INFO: 0 });
      comparison.expect(
        "closed",
        sumOf(entry) !== null,
        runs.every(({ closed }) => closed),
      );
    }
  }
  return { outcome: "read", deviations: comparison.deviations };
}

/** What the summaries of all targets add up to; null where none was printed. */
function sumOf({ summaries }: KubeEntry): Levels | null {
  const targets = (summaries ?? []).filter(({ name }) => name !== "total");
  if (targets.length === 0) return null;
  const sum = (key: "pass" | "fail" | "warn" | "info"): number => targets.reduce((total, target) => total + target[key], 0);
  return { PASS: sum("pass"), FAIL: sum("fail"), WARN: sum("warn"), INFO: sum("info") };
}

/** Compares an output of kube-bench or of aquasecurity's docker-bench as somebody posted it. */
export function checkFoundOther(directory: string, entry: FoundEntry): Outcome {
  const read = readFile(join(directory, entry.file));
  const comparison = new Comparison();
  const refused = entry.n_results === 0;
  comparison.expect("refused", refused, !read.result.ok);
  if (!read.result.ok || refused) return { outcome: "refused", deviations: comparison.deviations };
  const { format, runs } = read.result.value;
  const tool = entry.tool === "kube-bench" ? "kube-bench" : "aqua-docker-bench";
  comparison.expect("format", `${tool}-${entry.format === "json" ? "json" : "text"}`, format);
  const { INFO: info = 0, ...decided } = levels(runs);
  const { INFO: _tagged, ...expected } = pick(entry.counts);
  comparison.expect("results by level", expected, decided);
  if (entry.format === "json") comparison.expect("results", entry.n_results, info + sum(decided));
  else compareIds(comparison, entry, read.text, runs);
  return { outcome: "read", deviations: comparison.deviations };
}

/**
 * grep counted headings with a dot ("1.1 API Server", "20.04 CIS Docker …") among the results, since they are INFO lines with a
 * number; the numbers of the DISA STIG ("V-242376") it did not count. So every number is a result or stands on INFO lines only, and
 * the INFO lines with a dotted number are such headings and INFO results together.
 */
function compareIds(comparison: Comparison, entry: FoundEntry, text: string, runs: readonly BenchRun[]): void {
  const results = runs.flatMap((run) => run.results);
  const ids = new Set(results.map(({ id }) => id));
  const headings = entry.ids.filter((id) => !ids.has(id));
  const decided = headings.filter((id) => ["PASS", "FAIL", "WARN"].some((level) => text.includes(`[${level}] ${id} `)));
  comparison.expect("numbers not found", [], decided);
  const dottedInfo = results.filter(({ id, level }) => level === "INFO" && id !== null && /^\d+\./.test(id)).length;
  comparison.expect("INFO lines with a dotted number", entry.result_lines_with_id_by_level?.INFO ?? 0, headings.length + dottedInfo);
}

function levels(runs: readonly BenchRun[]): Levels {
  const counts: Partial<Record<Level, number>> = {};
  for (const { level } of runs.flatMap(({ results }) => results)) counts[level] = (counts[level] ?? 0) + 1;
  return pick(counts);
}

const pick = ({ PASS = 0, FAIL = 0, WARN = 0, INFO = 0 }: Levels): Levels => ({ PASS, FAIL, WARN, INFO });
const sum = (counts: Levels): number => Object.values(counts).reduce((total, count) => total + count, 0);
