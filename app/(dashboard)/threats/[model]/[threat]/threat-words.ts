import type { ThreatOrigin } from "@/lib/threats/scales";

/** Where a threat comes from, in a line of facts. */
export const ORIGIN_WORDS: Readonly<Record<ThreatOrigin, string>> = {
  source: "from the founding threat model",
  bulkhead: "added by Bulkhead",
  user: "written here",
  import: "imported",
};
