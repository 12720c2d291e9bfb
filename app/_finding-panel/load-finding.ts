import "server-only";
import type { Decision } from "@/components/findings/finding-panel";
import type { Evidence } from "@/components/findings/printed-evidence";
import type { Viewer } from "@/lib/access/viewer";
import { type FindingDetail, getFindingDetail } from "@/lib/data/finding-detail";
import { type FindingEventRow, type FindingRow, listFindingEvents } from "@/lib/data/findings";
import { loadPrintedResults } from "./printed-results";

const SHOWN_EVENTS = 30;

export interface LoadedFinding {
  readonly detail: FindingDetail;
  readonly evidence: Evidence | null;
  readonly history: { readonly steps: readonly FindingEventRow[]; readonly cut: boolean };
}

/** What the panel of a finding shows beyond its row. Null when it went away in between. */
export async function loadFinding(viewer: Viewer, finding: FindingRow): Promise<LoadedFinding | null> {
  const [detail, events] = await Promise.all([getFindingDetail(viewer, finding), listFindingEvents(viewer, finding.id, SHOWN_EVENTS + 1)]);
  if (detail === null) return null;
  const { evidenceScanId } = detail;
  const printed = evidenceScanId === null ? null : await loadPrintedResults(viewer, evidenceScanId, new Set([finding.key]));
  return {
    detail,
    evidence: printed?.get(finding.key) ?? null,
    history: { steps: events.slice(0, SHOWN_EVENTS), cut: events.length > SHOWN_EVENTS },
  };
}

/** What people decided about it, in words. */
export function decisionsOf({ decisions }: Pick<FindingDetail, "decisions">): Decision[] {
  const { acceptances, notApplicable, attestation } = decisions;
  return [
    ...acceptances.map(({ items, until, reason }) => ({
      what: items === null ? "Accepted risk" : `Accepted risk for ${items.length} ${items.length === 1 ? "item" : "items"}`,
      until: new Date(until),
      reason,
    })),
    ...(notApplicable === null ? [] : [{ what: "Not applicable", until: null, reason: notApplicable.reason }]),
    ...(attestation === null
      ? []
      : [
          {
            what: attestation.says === "pass" ? "Attested that it holds" : "Attested that it fails",
            until: new Date(attestation.until),
            reason: attestation.reason,
          },
        ]),
  ];
}

export function remarksOf({ newlyFailing, scannerChanged }: FindingDetail): string[] {
  return [
    ...(newlyFailing ? ["It had never failed before: nobody's fix was undone."] : []),
    ...(scannerChanged ? ["The edition of the scanner changed and asks something else; the host itself may be as it was."] : []),
  ];
}
