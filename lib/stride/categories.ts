/** The six STRIDE letters in their fixed order. Spelled the same in the domain, the database, the API and the URL. */
export const STRIDE_LETTERS = ["S", "T", "R", "I", "D", "E"] as const;
export type StrideLetter = (typeof STRIDE_LETTERS)[number];

export interface StrideCategory {
  readonly letter: StrideLetter;
  readonly name: string;
  /** The property an attack of this kind breaks. */
  readonly property: string;
  /** What an attacker, or an accident, gains; one clause for people who are new to STRIDE. */
  readonly gain: string;
}

export const STRIDE_CATEGORIES: Readonly<Record<StrideLetter, StrideCategory>> = {
  S: {
    letter: "S",
    name: "Spoofing",
    property: "authenticity",
    gain: "being taken for somebody else: a user, a host, a daemon, a registry",
  },
  T: {
    letter: "T",
    name: "Tampering",
    property: "integrity",
    gain: "changing what must not change: an image, a container, a configuration, a file",
  },
  R: { letter: "R", name: "Repudiation", property: "non-repudiability", gain: "acting without leaving a trace" },
  I: {
    letter: "I",
    name: "Information disclosure",
    property: "confidentiality",
    gain: "reading what is not theirs: traffic, secrets, other workloads, host data",
  },
  D: { letter: "D", name: "Denial of service", property: "availability", gain: "taking the service away" },
  E: {
    letter: "E",
    name: "Elevation of privilege",
    property: "authorization",
    gain: "doing more than was granted: container to root, root to host, user to daemon",
  },
};
