import type { Tool } from "@/lib/bench/tool";
import { getEdition } from "@/lib/catalogue/editions";
import { counted } from "@/lib/shared/counted";

/** Where the time of a scan comes from, as it is stored. */
export type TimeSource = "stated" | "log" | "log_assumed_zone" | "upload";

/** How the time of a scan is known, as the end of a line that begins with it. */
export const TIME_SOURCE_WORDS: Readonly<Record<TimeSource, string>> = {
  stated: "as stated by who uploaded it",
  log: "from the log",
  log_assumed_zone: "from the log, which names no time zone: placed in the host's zone setting, else in UTC",
  upload: "the time of the upload, because the log has none that can be read",
};

export const VIA_WORDS: Readonly<Record<string, string>> = { web: "in the browser", api: "through the API", cli: "on the command line" };

interface Printed {
  readonly tool: Tool;
  readonly headerVersion: string | null;
  readonly edition: string | null;
  readonly editionCandidates: readonly string[];
}

/** "docker-bench-security, header 1.6.0, numbering of master-20241021 (also fits v1.6.1)". */
export function editionLine({ tool, headerVersion, edition, editionCandidates }: Printed): string {
  const header = headerVersion === null ? "no version in the header" : `header ${headerVersion}`;
  if (edition === null) return `${tool}, ${header}, numbering not identified`;
  const also = editionCandidates.length === 0 ? "" : ` (also fits ${listWords(editionCandidates)})`;
  return `${tool}, ${header}, numbering of ${edition}${also}`;
}

/** One sentence on why the numbering is what it is. */
export function editionReason({ tool, headerVersion, edition, editionCandidates }: Printed): string {
  if (edition === null && editionCandidates.length > 0) {
    return `What was printed fits ${listWords(editionCandidates)} equally, and they give different checks the same number, so none is named; the controls are found by their titles.`;
  }
  if (edition === null) {
    return tool === "kube-bench"
      ? "kube-bench numbers its checks by benchmark; the controls go by their titles."
      : "The numbers and titles fit no numbering that Bulkhead knows; the controls are found by their titles.";
  }
  if (tool === "kube-bench") {
    return "The text of kube-bench names no benchmark and its JSON not always the right one, so it is told from the numbers and titles of all results.";
  }
  const sameHeader = editionCandidates.filter((other) => getEdition(other)?.headerVersion === getEdition(edition)?.headerVersion);
  const version = headerVersion === null ? "The header" : `The header's ${headerVersion}`;
  const shared = sameHeader.length === 0 ? "" : ` (${listWords([edition, ...sameHeader])} print the same)`;
  return `${version} does not tell the numbering${shared}, so it is told from the numbers and titles of all results.`;
}

/** "a", "a and b", "a, b and c"; at most six are named. */
export function listWords(words: readonly string[], limit = 6): string {
  const named = words.length > limit ? [...words.slice(0, limit), `${words.length - limit} more`] : words;
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

/** "612 bytes", "31 kB", "2.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
