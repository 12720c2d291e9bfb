import { AppError } from "@/lib/shared/app-error";
import { Refusal } from "./refusal";

/** What lib refuses is something the person at the terminal can mend; its words are made for people. */
export async function asRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (problem) {
    if (problem instanceof AppError) throw new Refusal(problem.message, { cause: problem });
    throw problem;
  }
}
