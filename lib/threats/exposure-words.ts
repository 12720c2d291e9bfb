/**
 * How a threat stands on a host, in the order that lists show: what needs somebody first. Spelled the same in the
 * database, the API and the URL.
 */
export const EXPOSURES = ["unmitigated", "accepted", "partly", "stale", "manual", "not_assessed", "mitigated"] as const;
export type Exposure = (typeof EXPOSURES)[number];

/** How many hosts have each exposure of one threat. */
export type ExposureCounts = Readonly<Record<Exposure, number>>;

interface ExposureFacts {
  readonly label: string;
  /** One sentence for people who meet the word for the first time. */
  readonly meaning: string;
}

export const EXPOSURE_FACTS: Readonly<Record<Exposure, ExposureFacts>> = {
  unmitigated: { label: "Unmitigated", meaning: "At least one required control fails on the host." },
  accepted: { label: "Accepted", meaning: "A required control fails, and a dated decision says to live with it." },
  partly: { label: "Partly", meaning: "Some required controls pass; others were not assessed, or not lately." },
  stale: { label: "Stale", meaning: "All evidence is older than the limit. What it said last is kept and shown." },
  manual: { label: "Manual", meaning: "No tool can decide it; a person can attest it." },
  not_assessed: { label: "Not assessed", meaning: "No scan said anything of its required controls." },
  mitigated: { label: "Mitigated", meaning: "Every required control passes in a scan that is fresh enough, or a person attested it." },
};

export const NO_EXPOSURES: ExposureCounts = Object.freeze(
  Object.fromEntries(EXPOSURES.map((exposure) => [exposure, 0])) as Record<Exposure, number>,
);
