import type { BenchItem, BenchResult, BenchRun } from "@/lib/bench/report";
import type { Edition } from "@/lib/catalogue/edition";
import { EDITIONS, getEdition, REFERENCE_EDITION } from "@/lib/catalogue/editions";

/** A result as a reader would give it, with what a test does not care about filled in. */
export const result = (id: string | null, title: string, rest: Partial<BenchResult> = {}): BenchResult => ({
  id,
  title,
  level: "WARN",
  section: id === null ? null : (id.split(".")[0] ?? null),
  items: [],
  notes: [],
  itemsWhole: true,
  line: null,
  ...rest,
});

export const item = (name: string, raw = name): BenchItem => ({ name, raw, line: null });

export const run = (results: readonly BenchResult[], rest: Partial<BenchRun> = {}): BenchRun => ({
  headerVersion: null,
  benchmark: null,
  startedAt: null,
  closed: false,
  checks: null,
  score: null,
  results,
  skipped: [],
  firstLine: 1,
  lastLine: 1 + results.length,
  ...rest,
});

/** A run of everything an edition prints by default, with the first level each check can have. */
export const defaultRun = (edition: Edition, rest: Partial<BenchRun> = {}): BenchRun =>
  run(
    edition.checks
      .filter((check) => check.inDefaultRun)
      .map((check) => result(check.id, check.title, { level: check.textLevels[0] ?? "WARN" })),
    { closed: edition.footer, ...rest },
  );

/** The 21 numberings of docker-bench-security, newest first. */
export const releases = EDITIONS.filter(({ family, key }) => family === "docker-bench" && key !== REFERENCE_EDITION);

export const edition = (key: string): Edition => {
  const found = getEdition(key);
  if (found === null) throw new Error(`no edition ${key}`);
  return found;
};
