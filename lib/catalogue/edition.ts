import type { Level } from "@/lib/bench/report";

/** The tool an edition belongs to; an edition is only ever compared with reports of its own tool. */
export type EditionFamily = "docker-bench" | "aqua-docker-bench" | "kube-bench";

/** One numbered test of an edition. */
export interface Check {
  /** Number as the edition prints it: "5.18", "C.5.3.1". Not unique within an edition of aquasecurity/docker-bench. */
  readonly id: string;
  /** Title as printed, suffix included. */
  readonly title: string;
  /** The title as it is compared. */
  readonly normalTitle: string;
  /** Slug of its control; null for the examples the tool ships for contributors. */
  readonly control: string | null;
  /** First part of the number: "5", "C". */
  readonly section: string;
  /** Printed by a run without -c and -e. */
  readonly inDefaultRun: boolean;
  /** Counts in the tool's score; null where the edition has no score. */
  readonly scored: boolean | null;
  /** Levels the text output can print; empty where unknown. */
  readonly textLevels: readonly Level[];
  /** Levels the JSON output can print; empty where there is no JSON, or where unknown. */
  readonly jsonLevels: readonly Level[];
  /** The edition may print a message in place of the title. */
  readonly titleMayBeReplaced: boolean;
  /** An INFO of this check says that the file, directory, container or listener is not there. */
  readonly infoMeansAbsent: boolean;
}

/** A numbering of checks: which number carries which title. */
export interface Edition {
  /** "v1.6.1", "master-20241021", "aqua-cis-1.6.0", "kube-cis-1.12", "reference-assessment". */
  readonly key: string;
  readonly family: EditionFamily;
  /** Editions of one line followed each other; those of two lines stand side by side: "docker-bench", "kube-cis", "kube-eks". */
  readonly line: string;
  /** All its checks are known. Of some of kube-bench's we know only those that outputs showed. */
  readonly whole: boolean;
  /** What its header prints; v1.6.1 prints "1.6.0". */
  readonly headerVersion: string | null;
  readonly benchmark: string | null;
  /** ISO date of the release or snapshot; "" where there is none. */
  readonly date: string;
  /** The tool ends a run with "Checks:" and "Score:" (or, aquasecurity/docker-bench, a summary). */
  readonly footer: boolean;
  /** Title per section number: "5" -> "Container Runtime", "C" -> community contributed checks. */
  readonly headings: ReadonlyMap<string, string>;
  /** In the order of a run. */
  readonly checks: readonly Check[];
  readonly byNumber: ReadonlyMap<string, readonly Check[]>;
  readonly byTitle: ReadonlyMap<string, readonly Check[]>;
  /** The first check of a control, by slug. */
  readonly byControl: ReadonlyMap<string, Check>;
}

/** A printed title and the control it names; null for the tool's own examples. */
export interface KnownTitle {
  readonly title: string;
  readonly normalTitle: string;
  readonly control: string | null;
}

/** Nearly every key has one check, so the lists are short. */
const indexBy = (checks: readonly Check[], key: (check: Check) => string): Map<string, Check[]> => {
  const index = new Map<string, Check[]>();
  for (const check of checks) index.set(key(check), [...(index.get(key(check)) ?? []), check]);
  return index;
};

/** The look-ups of an edition, made of its checks. */
export const indexesOf = (checks: readonly Check[]): Pick<Edition, "byNumber" | "byTitle" | "byControl"> => ({
  byNumber: indexBy(checks, (check) => check.id),
  byTitle: indexBy(checks, (check) => check.normalTitle),
  byControl: new Map(checks.toReversed().map((check): [string, Check] => [check.control ?? "", check])),
});

/** "5\tContainer Runtime" as the data files hold the titles of sections. */
export const headingsOf = (rows: readonly string[]): ReadonlyMap<string, string> =>
  new Map(rows.map((row): [string, string] => [row.split("\t")[0] ?? "", row.split("\t")[1] ?? ""]));
