/** Addresses under /threats that are pages of their own, so that no model may be called so. */
export const RESERVED_MODEL_SLUGS: ReadonlySet<string> = new Set(["attestations", "coverage", "import", "new"]);

/** Addresses under a model that are pages of their own, so that no threat may be called so. */
export const RESERVED_THREAT_SLUGS: ReadonlySet<string> = new Set(["edit", "edit-diagram", "history", "compare", "export", "threats"]);
