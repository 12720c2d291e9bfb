import type { HostRow } from "@/lib/data/hosts";
import { publicUrl } from "./public-url";

/** A host as the API answers it. */
export const hostJson = (host: HostRow) => ({
  name: host.name,
  environment: host.environment,
  owner: host.owner,
  labels: host.labels,
  timeZone: host.timeZone,
  retired: host.retiredAt !== null,
  sample: host.sample,
  scans: host.scanCount,
  latestScanId: host.latestScanId,
  latestRanAt: host.latestRanAt?.toISOString() ?? null,
  levels: host.levels,
  states: host.states,
  failing: host.failing,
  url: publicUrl(`/hosts/${encodeURIComponent(host.name)}`),
});
