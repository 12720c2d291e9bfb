import "server-only";
import type { Evidence } from "@/components/findings/printed-evidence";
import type { Viewer } from "@/lib/access/viewer";
import { type FindingDecision, listFindingDecisions, listOfferedActs } from "@/lib/data/finding-decisions";
import { type FindingDetail, getFindingDetail } from "@/lib/data/finding-detail";
import { type FindingEventRow, type FindingRow, listFindingEvents } from "@/lib/data/findings";
import type { OfferedAct } from "@/lib/hardening/offered-acts";
import { loadPrintedResults } from "./printed-results";

const SHOWN_EVENTS = 30;
const SHOWN_DECISIONS = 10;

export interface LoadedFinding {
  readonly detail: FindingDetail;
  readonly evidence: Evidence | null;
  readonly decisions: readonly FindingDecision[];
  /** What has an effect on it now, whoever does it. */
  readonly offers: readonly OfferedAct[];
  readonly history: { readonly steps: readonly FindingEventRow[]; readonly cut: boolean };
}

/** What the panel of a finding shows beyond its row. Null when it went away in between. */
export async function loadFinding(viewer: Viewer, finding: FindingRow, now: Date): Promise<LoadedFinding | null> {
  const [detail, events, decisions, offers] = await Promise.all([
    getFindingDetail(viewer, finding),
    listFindingEvents(viewer, finding.id, SHOWN_EVENTS + 1),
    listFindingDecisions(viewer, finding.id, now, SHOWN_DECISIONS),
    listOfferedActs(viewer, finding, now),
  ]);
  if (detail === null) return null;
  const { evidenceScanId } = detail;
  const printed = evidenceScanId === null ? null : await loadPrintedResults(viewer, evidenceScanId, new Set([finding.key]));
  return {
    detail,
    evidence: printed?.get(finding.key) ?? null,
    decisions,
    offers,
    history: { steps: events.slice(0, SHOWN_EVENTS), cut: events.length > SHOWN_EVENTS },
  };
}

export function remarksOf({ newlyFailing, scannerChanged }: FindingDetail): string[] {
  return [
    ...(newlyFailing ? ["It had never failed before: nobody's fix was undone."] : []),
    ...(scannerChanged ? ["The edition of the scanner changed and asks something else; the host itself may be as it was."] : []),
  ];
}
