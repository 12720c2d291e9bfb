import "server-only";
import type { Decision } from "@/components/findings/finding-panel";
import type { Evidence } from "@/components/findings/printed-evidence";
import type { Viewer } from "@/lib/access/viewer";
import { observations } from "@/lib/catalogue/observation";
import { defectsOfResult } from "@/lib/catalogue/tool-defects";
import { type FindingDetail, getFindingDetail } from "@/lib/data/finding-detail";
import { type FindingEventRow, type FindingRow, listFindingEvents } from "@/lib/data/findings";
import { getPrintedLines } from "@/lib/data/printed-lines";
import { getScanRun } from "@/lib/data/scan-content";
import { getScan } from "@/lib/data/scans";
import { evidenceLines, lastLineToRead } from "./evidence-lines";

const SHOWN_EVENTS = 30;
const READ_WIDTH = 400;

export interface LoadedFinding {
  readonly detail: FindingDetail;
  readonly evidence: Evidence | null;
  readonly history: { readonly steps: readonly FindingEventRow[]; readonly cut: boolean };
}

/** What the panel of a finding shows beyond its row. Null when it went away in between. */
export async function loadFinding(viewer: Viewer, finding: FindingRow): Promise<LoadedFinding | null> {
  const [detail, events] = await Promise.all([getFindingDetail(viewer, finding), listFindingEvents(viewer, finding.id, SHOWN_EVENTS + 1)]);
  if (detail === null) return null;
  const evidence = detail.evidenceScanId === null ? null : await loadEvidence(viewer, detail.evidenceScanId, finding.key);
  return { detail, evidence, history: { steps: events.slice(0, SHOWN_EVENTS), cut: events.length > SHOWN_EVENTS } };
}

async function loadEvidence(viewer: Viewer, scanId: number, key: string): Promise<Evidence | null> {
  const [scan, run] = await Promise.all([getScan(viewer, scanId), getScanRun(viewer, scanId)]);
  if (scan === null || run === null) return null;
  const observed = observations(run).find((observation) => observation.key === key);
  if (observed === undefined) return null;
  const { level, line, number, title, items } = observed;
  const result = run.results.find((candidate) => candidate.key === key && candidate.line === line);
  const itemLines = (result?.items ?? []).flatMap((item) => item.line ?? []);
  const read = line === null ? [] : await getPrintedLines(viewer, scanId, line, lastLineToRead(line));
  const shown = line === null ? null : evidenceLines(read, line, itemLines);
  const asRead = { line: line ?? 1, text: `[${level}] ${number === null ? "" : `${number} - `}${title}`.slice(0, READ_WIDTH) };
  return {
    scanId,
    ranAt: scan.ranAt,
    level,
    line,
    printed: shown?.lines ?? [asRead],
    marked: shown?.marked ?? null,
    left: shown?.left ?? 0,
    // A text log prints each item on a line of its own: shown once is enough.
    items: shown?.itemsShown ? [] : items.map((item) => item.name),
    defects: defectsOfResult({ control: key, level, title }, run),
  };
}

/** What people decided about it, in words. */
export function decisionsOf({ decisions }: FindingDetail): Decision[] {
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
