import { err, ok, type Result } from "@/lib/shared/result";

/** As many labels as one task may have. */
export const MOST_LABELS = 10;
/** Characters. */
export const LONGEST_LABEL = 40;

/**
 * How a label is written: lower case, words joined by hyphens, nothing that does not show, so that "Edge  Hosts" and "edge-hosts" are
 * one. Empty when nothing is left.
 */
export const normaliseLabel = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{C}\p{Z}\s,]+/gu, "-")
    .replace(/-+/g, "-")
    .replace(/^-+|-+$/g, "");

/** The labels of a text, separated by commas, or of a list; sorted, each once. The error is for people. */
export function readLabels(given: string | readonly string[]): Result<readonly string[], string> {
  const texts = typeof given === "string" ? given.split(",") : given;
  const labels = [...new Set(texts.map(normaliseLabel))].filter((label) => label !== "").sort();
  if (labels.length > MOST_LABELS) return err(`A task has at most ${MOST_LABELS} labels; these are ${labels.length}.`);
  const long = labels.find((label) => label.length > LONGEST_LABEL);
  return long === undefined
    ? ok(labels)
    : err(`A label has at most ${LONGEST_LABEL} characters; "${long.slice(0, 20)}…" has ${long.length}.`);
}
