import { accessSync, constants, mkdirSync } from "node:fs";
import { isNoSpace } from "./explain";
import { errorCode, errorMessage, Refusal } from "./refusal";

/** Makes the data folder when it is missing and checks that it can be written to. */
export function prepareDataDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (problem) {
    if (isNoSpace(problem)) throw problem;
    const reason = errorCode(problem) || errorMessage(problem);
    throw new Refusal(
      `The data folder ${dataDir} cannot be written to (${reason}): give this user write access, or choose another folder with BULKHEAD_DATA_DIR.`,
      { cause: problem },
    );
  }
}
