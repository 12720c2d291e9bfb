import type { HeatRow } from "@/components/threats/heat-row";
import { formatDistance } from "@/components/ui/time-format";
import type { HostInGrid } from "@/lib/data/exposure-grid";
import { hrefWith } from "@/lib/shared/read-filters";
import { hostCells } from "@/lib/threats/heat-cells";
import { nextFix, shortControlName } from "@/lib/threats/next-fix";
import type { ThreatModel } from "@/lib/threats/threat-model";

/** The heatmap's rows of hosts. `now`: the instant that ages are told of. */
export const hostRows = (model: ThreatModel, hosts: readonly HostInGrid[], now: Date): readonly HeatRow[] =>
  hosts.map((host) => ({
    key: String(host.id),
    name: host.name,
    href: hrefWith(`/hosts/${encodeURIComponent(host.name)}`, {}),
    remark: host.stale ? { kind: "stale", words: ageWords(host.latestRanAt, now) } : null,
    ...hostCells(model, host.exposures, (letter) =>
      hrefWith(`/threats/${encodeURIComponent(model.slug)}`, { stride: letter, host: host.name }),
    ),
    nextFix: fixOf(model, host),
  }));

const ageWords = (ranAt: Date | null, now: Date): string =>
  ranAt === null ? "never scanned" : formatDistance(now.getTime() - ranAt.getTime());

function fixOf(model: ThreatModel, host: HostInGrid): HeatRow["nextFix"] {
  if (host.stale) return { number: null, title: "Upload a scan", href: hrefWith("/upload", {}) };
  const fix = nextFix(model, host.exposures, host.failing);
  if (fix === null) return null;
  const href = hrefWith(`/hosts/${encodeURIComponent(host.name)}`, { state: "all", finding: fix.findingId });
  return { number: fix.number, title: shortControlName(fix.control), href };
}
