import type { BenchRun } from "@/lib/bench/report";
import { observations } from "@/lib/catalogue/observation";
import type { ResolvedFile } from "@/lib/catalogue/resolve-file";
import { digestResults } from "@/lib/data/scan-step";
import type { PreparedRun } from "@/lib/data/store-scan";
import { packRun } from "@/lib/data/stored-run";
import { AppError } from "@/lib/shared/app-error";
import { MAX_RESULTS } from "./upload-limits";

/** A run with everything done to it that needs neither the host nor the database. */
export type UndatedRun = Omit<PreparedRun, "time">;

/** Reads the runs that are wanted out of a file: the newest complete one, or each. Throws AppError "invalid-input" for one that is no scan. */
export async function prepareRuns(file: ResolvedFile, wanted: "newest" | "all"): Promise<UndatedRun[]> {
  const indexes = wanted === "all" ? file.runs.map((_, index) => index) : [file.chosen];
  const runs = indexes.flatMap((index) => {
    const run = file.runs[index];
    return run === undefined ? [] : [{ index, run }];
  });
  const usable = runs.filter(({ run }) => run.results.length > 0);
  const [first] = runs;
  if (usable.length === 0 && first !== undefined) refuseEmpty(first.run);
  return Promise.all(
    usable.map(async ({ index, run }) => {
      refuseOversized(run);
      const observed = observations(run);
      return { run, observed, index, digest: digestResults(observed), resultSet: await packRun(run, run.format) };
    }),
  );
}

function refuseEmpty(run: BenchRun): never {
  throw new AppError("invalid-input", "The log was begun but holds no result: the tool was stopped before its first check.", {
    detail: {
      code: "no-results",
      line: run.firstLine,
      column: 1,
      expected: "[PASS|WARN|INFO|NOTE] id - title",
      found: "the end of the run",
    },
  });
}

function refuseOversized(run: BenchRun): void {
  if (run.results.length <= MAX_RESULTS) return;
  throw new AppError(
    "invalid-input",
    `One run holds ${run.results.length} results; no edition of the tool prints more than ${MAX_RESULTS}.`,
    {
      detail: {
        code: "too-many-results",
        line: run.firstLine,
        column: 1,
        expected: `at most ${MAX_RESULTS} results`,
        found: String(run.results.length),
      },
    },
  );
}
