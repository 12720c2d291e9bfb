import { AppError } from "@/lib/shared/app-error";
import { errorCode, errorMessage, Refusal } from "./refusal";

const NO_SPACE = new Set(["ENOSPC", "EDQUOT", "53100"]);

/** The sentence for a full disk; `where` is the folder that could not grow. */
export const noSpaceRefusal = (where: string, cause?: unknown): Refusal =>
  new Refusal(`No space is left on the disk of ${where}: free some space there (Bulkhead needs about 500 MB), then start again.`, {
    cause,
  });

/** Whether an error or a program's output says that the disk is full. */
export function isNoSpace(problem: unknown): boolean {
  return (
    NO_SPACE.has(errorCode(problem)) ||
    /no space left on device|disk quota exceeded|wrote only \d+ of \d+ bytes/i.test(errorMessage(problem))
  );
}

/** Turns any failure into the one sentence that the terminal shows. `dataDir` is named when the disk is full. */
export function explain(problem: unknown, dataDir: string): Refusal {
  if (problem instanceof Refusal) return problem;
  if (isNoSpace(problem)) return noSpaceRefusal(dataDir, problem);
  // What lib refuses is already told in words for people.
  if (problem instanceof AppError) return new Refusal(problem.message, { cause: problem });
  const words = errorMessage(problem).replace(/[.:;\s]+$/, "");
  return new Refusal(`Bulkhead could not go on: ${words}; set BULKHEAD_DEBUG=1 and run it again to see where.`, { cause: problem });
}
