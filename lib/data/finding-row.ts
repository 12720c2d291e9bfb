import "server-only";
import { getControl } from "@/lib/catalogue/controls";
import { displayTitle } from "@/lib/catalogue/normalise-title";
import { currentVerdict, failsBy, nextToExpire } from "@/lib/hardening/decisions";
import type { Finding } from "@/lib/hardening/finding";

/** A finding as the table holds it: the fold's own value beside the columns that lists filter and sort by. */
export function findingColumns(finding: Finding, coverageId: string | null) {
  const control = finding.control === null ? null : getControl(finding.control);
  const letters = control?.judgement.stride.map((link) => link.letter) ?? [];
  const number = finding.evidence?.number ?? control?.number ?? null;
  return {
    key: finding.key,
    control: finding.control,
    number,
    title: control?.title ?? displayTitle(finding.evidence?.title ?? finding.key),
    // Numbers of sections mean another thing in each benchmark of Kubernetes, and another again for Docker.
    section: control?.family === "kubernetes" ? control.section : (number?.split(".")[0] ?? null),
    level: finding.evidence?.level ?? null,
    outcome: finding.evidence?.outcome ?? null,
    state: finding.state,
    severity: control?.judgement.severity ?? null,
    stride: letters,
    stride_first: letters[0] ?? null,
    item_count: finding.items.length,
    since: new Date(finding.since).toISOString(),
    first_seen_at: new Date(finding.firstSeenAt).toISOString(),
    changed_scan_id: finding.lastChangeScanId,
    coverage_id: coverageId,
    line: finding.evidence?.line ?? null,
    failing_since: failsBy(currentVerdict(finding)) && finding.state !== "not_applicable" ? instant(finding.failingSince) : null,
    decision_until: instant(nextToExpire(finding)?.ends.until ?? null),
    fold: finding,
  };
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
