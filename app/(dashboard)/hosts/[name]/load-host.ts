import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { notFound, permanentRedirect } from "next/navigation";
import type { Viewer } from "@/lib/access/viewer";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { getFindingScope } from "@/lib/data/finding-scope";
import { findRenamedHost } from "@/lib/data/host-names";
import { getHost, type HostRow } from "@/lib/data/hosts";
import { countLate, type LateCounts } from "@/lib/data/late-findings";
import { getScanRun } from "@/lib/data/scan-content";
import { getNewestDockerScan, getScan, type ScanRow } from "@/lib/data/scans";
import { getFreshDays } from "@/lib/data/settings";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { hostHref } from "../host-href";
import { dockerVersionIn } from "./docker-version";
import { hostNameOf } from "./host-name-param";

export interface LoadedHost {
  readonly host: HostRow;
  readonly latest: ScanRow | null;
  /** Edition of the newest scan that looked at Docker: whose sections the numbers "1" to "8" are. */
  readonly edition: string | null;
  readonly dockerVersion: string | null;
  /** For how many days a scan is fresh. */
  readonly freshDays: number;
  /** Its failing findings that are late by their service level, or soon will be. */
  readonly late: LateCounts;
}

/** The host that an address names with its newest scan, or the page "not found". */
export async function loadHost(viewer: Viewer, param: string): Promise<LoadedHost> {
  const name = hostNameOf(param);
  const host = name === null ? null : await getHost(viewer, name);
  if (host === null) return leadOn(viewer, name);
  const [freshDays, late] = await Promise.all([
    getFreshDays(viewer),
    getFindingScope(viewer, { ...ALL_FINDINGS, states: "failing", hosts: [host.name] }, new Date()).then((scope) =>
      countLate(viewer, scope),
    ),
  ]);
  if (host.latestScanId === null) return { host, latest: null, edition: null, dockerVersion: null, freshDays, late };
  const latest = await getScan(viewer, host.latestScanId);
  const docker = latest?.tool === "kube-bench" ? await getNewestDockerScan(viewer, host.id) : latest;
  const run = docker === null ? null : await getScanRun(viewer, docker.id);
  const check = run?.results.find((result) => result.key === "docker-up-to-date");
  return { host, latest, edition: docker?.edition ?? null, dockerVersion: dockerVersionIn(check?.notes ?? []), freshDays, late };
}

/** To the same page of the host that had this name, or to "not found". */
async function leadOn(viewer: Viewer, name: string | null): Promise<never> {
  const renamed = name === null ? null : await findRenamedHost(viewer, name);
  if (renamed === null) return notFound();
  const path = (await headers()).get(PATH_HEADER) ?? "";
  const rest = /^\/hosts\/[^/?]+(.*)$/.exec(path)?.[1] ?? "";
  return permanentRedirect(`${hostHref(renamed)}${rest}` as Route);
}
