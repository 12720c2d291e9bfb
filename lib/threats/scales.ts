/** How likely a threat is and how much it would hurt; five steps, as the field's risk matrices have. */
export const RATINGS = ["very_low", "low", "medium", "high", "very_high"] as const;
export type Rating = (typeof RATINGS)[number];

/** What an element of a data flow diagram is. */
export const ELEMENT_KINDS = ["actor", "process", "store"] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** Where a threat comes from: the founding documents, our catalogue, a person here, or an imported file. */
export const THREAT_ORIGINS = ["source", "bulkhead", "user", "import"] as const;
export type ThreatOrigin = (typeof THREAT_ORIGINS)[number];

/** *required* links decide a threat's exposure; *supporting* ones are shown beside it (rules of evidence 4.19). */
export const LINK_ROLES = ["required", "supporting"] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a reference points into. */
export const REFERENCE_SOURCES = ["attack", "kubernetes-matrix", "cwe", "capec", "other"] as const;
export type ReferenceSource = (typeof REFERENCE_SOURCES)[number];
