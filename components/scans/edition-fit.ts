import { getEdition } from "@/lib/catalogue/editions";
import { compared, matchingCheck } from "@/lib/catalogue/infer-edition";
import type { ResolvedRun } from "@/lib/catalogue/resolve-run";

/** "All 117 results have a number and title of it.", or how many of them; "" where no numbering was identified. */
export function fitWords({ edition: key, results }: Pick<ResolvedRun, "edition" | "results">): string {
  const edition = key === null ? null : getEdition(key);
  if (edition === null || results.length === 0) return "";
  const fitting = results.filter((result) => matchingCheck(edition, compared(result)) !== null).length;
  if (fitting === results.length) return `All ${fitting} results have a number and title of it.`;
  return `${fitting} of ${results.length} results have a number and title of it.`;
}
