import { daemonGuidance } from "./data/guidance/daemon";
import { daemonFileGuidance } from "./data/guidance/daemon-files";
import { enterpriseGuidance } from "./data/guidance/enterprise";
import { hostGuidance } from "./data/guidance/host";
import { hostAuditGuidance } from "./data/guidance/host-audit";
import { imageGuidance } from "./data/guidance/images";
import { kubeControlPlaneGuidance } from "./data/guidance/kube-control-plane";
import { kubeManagedGuidance } from "./data/guidance/kube-managed";
import { kubeNodeGuidance } from "./data/guidance/kube-nodes";
import { kubeWorkloadGuidance } from "./data/guidance/kube-workloads";
import { operationsGuidance } from "./data/guidance/operations";
import { runtimeCapabilitiesGuidance } from "./data/guidance/runtime-capabilities";
import { runtimeIsolationGuidance } from "./data/guidance/runtime-isolation";
import { runtimeLimitsGuidance } from "./data/guidance/runtime-limits";
import { runtimeNetworkGuidance } from "./data/guidance/runtime-network";
import { swarmGuidance } from "./data/guidance/swarm";
import type { Guidance } from "./guidance";
import { kubeThemeOf } from "./kube-controls";

/** The guidance for Docker as it is written, one table per section of the benchmark, by control slug. */
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

/** The guidance for Kubernetes, by theme: controls that are fixed in one place share it. */
export const KUBE_GUIDANCE_TABLES: readonly Readonly<Record<string, Guidance>>[] = [
  kubeControlPlaneGuidance,
  kubeNodeGuidance,
  kubeWorkloadGuidance,
  kubeManagedGuidance,
];

const byKey = (tables: readonly Readonly<Record<string, Guidance>>[]): ReadonlyMap<string, Guidance> =>
  new Map(tables.flatMap((table) => Object.entries(table)));

const guidances = byKey(GUIDANCE_TABLES);
const kubeGuidances = byKey(KUBE_GUIDANCE_TABLES);

/** What people read about a control; null for a slug without guidance. */
export const getGuidance = (slug: string): Guidance | null => guidances.get(slug) ?? kubeGuidances.get(kubeThemeOf(slug) ?? "") ?? null;
