import { EXPOSURES, type Exposure, type ExposureCounts } from "@/lib/threats/exposure-words";

/** Exposures that rest on something a fresh scan or a person said. The others leave the denominator. */
const ASSESSED: ReadonlySet<Exposure> = new Set(["unmitigated", "accepted", "partly", "mitigated"]);

const sum = (counts: ExposureCounts, keep: (exposure: Exposure) => boolean): number =>
  EXPOSURES.reduce((total, exposure) => total + (keep(exposure) ? counts[exposure] : 0), 0);

export const hostsOf = (counts: ExposureCounts): number => sum(counts, () => true);

export interface ExposureVerdict {
  /** The one that needs somebody first. */
  readonly exposure: Exposure;
  readonly hosts: number;
  /** Of how many: the hosts assessed, or for stale, manual and not assessed all hosts. */
  readonly of: number;
  readonly ofWhat: "hosts assessed" | "hosts";
}

/** What to say first of a threat. Null while no host is under its model: there is nothing to say then. */
export function exposureVerdict(counts: ExposureCounts): ExposureVerdict | null {
  const exposure = EXPOSURES.find((one) => counts[one] > 0);
  if (exposure === undefined) return null;
  const hosts = counts[exposure];
  return ASSESSED.has(exposure)
    ? { exposure, hosts, of: sum(counts, (one) => ASSESSED.has(one)), ofWhat: "hosts assessed" }
    : { exposure, hosts, of: hostsOf(counts), ofWhat: "hosts" };
}

/** True when some host was assessed: without it nothing may be drawn in green. */
export const hasEvidence = (counts: ExposureCounts): boolean => sum(counts, (one) => ASSESSED.has(one)) > 0;

const WORD: Readonly<Record<Exposure, string>> = {
  unmitigated: "unmitigated",
  accepted: "accepted",
  partly: "partly",
  stale: "stale",
  manual: "manual",
  not_assessed: "not assessed",
  mitigated: "mitigated",
};

/** "9 unmitigated, 1 mitigated, 2 stale of 12 hosts"; what is on no host is left out. */
export function exposureWords(counts: ExposureCounts): string {
  const hosts = hostsOf(counts);
  if (hosts === 0) return "No evidence yet";
  const parts = EXPOSURES.filter((exposure) => counts[exposure] > 0).map((exposure) => `${counts[exposure]} ${WORD[exposure]}`);
  return `${parts.join(", ")} of ${hosts} ${hosts === 1 ? "host" : "hosts"}`;
}
