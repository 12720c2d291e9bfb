import type { ThreatModel } from "./threat-model";

/** The models that come with the program. */
export const SHIPPED_MODELS: readonly ThreatModel[] = [];
