import { daemonGuidance } from "./data/guidance/daemon";
import { daemonFileGuidance } from "./data/guidance/daemon-files";
import { enterpriseGuidance } from "./data/guidance/enterprise";
import { hostGuidance } from "./data/guidance/host";
import { hostAuditGuidance } from "./data/guidance/host-audit";
import { imageGuidance } from "./data/guidance/images";
import { operationsGuidance } from "./data/guidance/operations";
import { runtimeCapabilitiesGuidance } from "./data/guidance/runtime-capabilities";
import { runtimeIsolationGuidance } from "./data/guidance/runtime-isolation";
import { runtimeLimitsGuidance } from "./data/guidance/runtime-limits";
import { runtimeNetworkGuidance } from "./data/guidance/runtime-network";
import { swarmGuidance } from "./data/guidance/swarm";
import type { Guidance } from "./guidance";

/** The guidance as it is written, one table per section of the benchmark, by control slug. */
export const GUIDANCE_TABLES: readonly Readonly<Record<string, Guidance>>[] = [
  hostGuidance,
  hostAuditGuidance,
  daemonGuidance,
  daemonFileGuidance,
  imageGuidance,
  runtimeIsolationGuidance,
  runtimeCapabilitiesGuidance,
  runtimeLimitsGuidance,
  runtimeNetworkGuidance,
  operationsGuidance,
  swarmGuidance,
  enterpriseGuidance,
];

const guidances: ReadonlyMap<string, Guidance> = new Map(GUIDANCE_TABLES.flatMap((table) => Object.entries(table)));

/** What people read about a control; null for a slug without guidance. */
export const getGuidance = (slug: string): Guidance | null => guidances.get(slug) ?? null;
