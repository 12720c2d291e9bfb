import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Viewer } from "@/lib/access/viewer";
import { makeSampleHosts, type NewSampleHost } from "@/lib/data/sample-hosts";
import { ingestLog } from "./ingest-log";

interface SampleHost extends NewSampleHost {
  /** Oldest first. `file` is below public/samples; the scan is said to have run so many hours before the samples are loaded. */
  readonly scans: readonly { readonly file: string; readonly hoursAgo: number }[];
}

const DAY = 24;

/**
 * Real logs of several editions for a handful of hosts over five weeks. The logs keep their bytes, only their times are stated anew:
 * an upgrade of the scanner (harbor-03), a regression (web-01), a clean host (web-02), a swarm (ci-02), a host that fell silent
 * (db-07), a run without containers (edge-03) and a Kubernetes node with evidence of two tools.
 */
export const SAMPLE_FLEET: readonly SampleHost[] = [
  {
    name: "harbor-03",
    environment: "production",
    labels: ["registry"],
    scans: [
      { file: "harbor-03/1-v1.3.5.log", hoursAgo: 34 * DAY },
      { file: "harbor-03/2-v1.6.0.json", hoursAgo: 27 * DAY },
      { file: "harbor-03/3-v1.6.1.log", hoursAgo: 6 * DAY },
      { file: "harbor-03/4-v1.6.1-partial.log", hoursAgo: 2 },
    ],
  },
  {
    name: "web-01",
    environment: "production",
    labels: ["web"],
    scans: [
      { file: "web-01/1-v1.3.6.log", hoursAgo: 33 * DAY },
      { file: "web-01/2-v1.6.0.log", hoursAgo: 18 * DAY },
      { file: "web-01/3-v1.6.1.json", hoursAgo: 1 * DAY },
    ],
  },
  {
    name: "web-02",
    environment: "production",
    labels: ["web"],
    scans: [
      { file: "web-02/1-v1.3.6.json", hoursAgo: 32 * DAY },
      { file: "web-02/2-v1.6.1.json", hoursAgo: 1 * DAY },
    ],
  },
  {
    name: "ci-02",
    environment: "ci",
    labels: ["swarm"],
    scans: [
      { file: "ci-02/1-v1.3.6.log", hoursAgo: 35 * DAY },
      { file: "ci-02/2-v1.6.0.json", hoursAgo: 14 * DAY },
      { file: "ci-02/3-v1.6.1.json", hoursAgo: 3 * DAY },
    ],
  },
  {
    name: "db-07",
    environment: "production",
    labels: ["database"],
    scans: [
      { file: "db-07/1-v1.3.4.log", hoursAgo: 31 * DAY },
      { file: "db-07/2-v1.3.5.log", hoursAgo: 19 * DAY },
    ],
  },
  {
    name: "edge-03",
    environment: "staging",
    labels: ["edge"],
    scans: [
      { file: "edge-03/1-v1.6.0.log", hoursAgo: 20 * DAY },
      { file: "edge-03/2-v1.6.1-no-containers.log", hoursAgo: 4 * DAY },
    ],
  },
  {
    name: "k8s-node-1",
    environment: "production",
    labels: ["kubernetes"],
    scans: [
      { file: "k8s-node-1/1-v1.6.1.log", hoursAgo: 25 * DAY },
      { file: "k8s-node-1/2-kube-bench.log", hoursAgo: 24 * DAY },
      { file: "k8s-node-1/3-kube-bench.log", hoursAgo: 5 * DAY },
    ],
  },
];

const HOUR_MS = 3_600_000;

/** The server's working directory holds `public` both in development and in the built app. */
const readSample = (file: string): Promise<Buffer> => readFile(join(process.cwd(), "public/samples", file));

export interface LoadedSamples {
  readonly hosts: number;
  readonly scans: number;
  /** Names that real hosts bear already: these samples were left out. */
  readonly skipped: readonly string[];
}

/**
 * Loads the sample fleet through the same door as every upload, with times counted back from `now`. Loading it again changes nothing,
 * and completes a load that broke off: known bytes stay the scan they are.
 */
export async function loadSampleFleet(viewer: Viewer, now: Date): Promise<LoadedSamples> {
  const samples = await makeSampleHosts(viewer, SAMPLE_FLEET);
  const hosts = SAMPLE_FLEET.filter(({ name }) => samples.has(name));
  for (const host of hosts) await loadHost(viewer, host, now);
  return {
    hosts: hosts.length,
    scans: hosts.reduce((sum, { scans }) => sum + scans.length, 0),
    skipped: SAMPLE_FLEET.filter(({ name }) => !samples.has(name)).map(({ name }) => name),
  };
}

async function loadHost(viewer: Viewer, { name, scans }: SampleHost, now: Date): Promise<void> {
  for (const { file, hoursAgo } of scans) {
    await ingestLog(viewer, {
      host: name,
      bytes: await readSample(file),
      runs: "newest",
      // To the second, as a log would say it.
      ranAt: new Date(Math.floor((now.getTime() - hoursAgo * HOUR_MS) / 1000) * 1000),
      fileName: file,
      via: "web",
      receivedAt: now,
      sample: true,
    });
  }
}
