import type { BenchFormat, Level } from "@/lib/bench/report";

/** Something a scanner is known to get wrong, so that nobody takes its word where it cannot be taken. */
export interface ToolDefect {
  /** Short and stable, e.g. "tcp-on-command-line-unseen". */
  readonly id: string;
  readonly title: string;
  /** What it prints, and what is true instead. Whole sentences; code between backticks. */
  readonly what: string;
  /** What to do instead. */
  readonly instead: string;
  /** Commands that go with it, to be copied. */
  readonly code?: string;
  /** Slugs of the controls whose results it touches. */
  readonly controls: readonly string[];
  /** Oldest and newest edition that has it; null where the end is open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Formats it shows in; null for all of docker-bench-security. */
  readonly formats: readonly BenchFormat[] | null;
  /** Levels as printed that it makes doubtful; all when left out. */
  readonly levels?: readonly Level[];
  /** Only where the tool printed this in place of the title. */
  readonly printed?: string;
  /** It makes checks vanish from the output: told where they are missing, not where they are printed. */
  readonly hides: boolean;
}
