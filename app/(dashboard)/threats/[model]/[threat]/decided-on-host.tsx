import { NotebookPen } from "lucide-react";
import { loadPrintedResults } from "@/app/_finding-panel/printed-results";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { EvidenceLimit } from "@/lib/data/settings";
import { type ControlEvidence, listThreatEvidence } from "@/lib/data/threat-evidence";
import { groupBy } from "@/lib/shared/group-by";
import { CONTROL_STANDINGS } from "@/lib/threats/control-standing";
import { EXPOSURE_FACTS } from "@/lib/threats/exposure-words";
import { nameControl } from "@/lib/threats/rule-words";
import { ControlEvidenceList, type ShownEvidence } from "./control-evidence-list";
import { decisionsOf } from "./decisions-of";
import type { LoadedRow } from "./load-host-rows";
import type { LoadedThreat } from "./load-threat";
import { evidenceHref, type ThreatQuery } from "./threat-query";

interface DecidedOnHostProps {
  readonly viewer: Viewer;
  readonly loaded: LoadedThreat;
  readonly row: LoadedRow;
  readonly limit: EvidenceLimit;
  readonly query: ThreatQuery;
}

/** Why the threat stands on this host as it does. */
export async function DecidedOnHost({ viewer, loaded, row, limit, query }: DecidedOnHostProps) {
  const { stored, threat } = loaded;
  const { host, exposure, statement, attestable } = row;
  const shown = await loadEvidence(viewer, loaded, row, limit.now);
  const attestHref = `${evidenceHref({ model: stored.model.slug, threat: threat.slug }, query, { host, attest: host })}#attest`;
  return (
    <ControlEvidenceList controls={shown} now={limit.now}>
      <div className="mb-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-meta text-fg-muted">
        <p className="min-w-0 flex-1">
          {statement === null ? (
            EXPOSURE_FACTS[exposure].meaning
          ) : (
            <>
              No check decides it here. {statement.actor} attested it, until <Time at={statement.until} now={limit.now} as="day" />.
            </>
          )}{" "}
          {exposure === "stale" && `Here the limit is ${limit.freshDays} days. `}
          <AppLink href={`/hosts/${encodeURIComponent(host)}/threats`}>All threats on {host}</AppLink>
        </p>
        {attestable && may(viewer, "finding:attest") && (
          <ButtonLink href={attestHref} size="sm" icon={NotebookPen} className="no-print">
            Attest
          </ButtonLink>
        )}
      </div>
      {shown.length === 0 && <p className="text-meta text-fg-muted">No control bears on this threat, so no scan says anything of it.</p>}
    </ControlEvidenceList>
  );
}

async function loadEvidence(
  viewer: Viewer,
  { threat }: LoadedThreat,
  { hostId, host }: LoadedRow,
  now: Date,
): Promise<readonly ShownEvidence[]> {
  const roles = new Map(threat.controls.map(({ control, role }) => [control, role]));
  const evidence = await listThreatEvidence(viewer, [...roles.keys()], hostId, now);
  const printed = await loadPrinted(viewer, evidence);
  const shown = evidence.map(({ control, standing, finding, confirmed, decisions }): ShownEvidence => {
    const href = finding === null ? null : `/hosts/${encodeURIComponent(host)}?state=all&finding=${finding.id}`;
    return {
      ...nameControl(control),
      role: roles.get(control) ?? "supporting",
      standing,
      finding: finding === null || href === null ? null : { state: finding.state, href, taskId: finding.taskId },
      evidence: printed.get(control) ?? null,
      confirmed,
      decisions: decisionsOf(decisions),
    };
  });
  return shown.toSorted(
    (a, b) =>
      Number(a.role === "supporting") - Number(b.role === "supporting") ||
      CONTROL_STANDINGS.indexOf(a.standing) - CONTROL_STANDINGS.indexOf(b.standing),
  );
}

/** What the scans that count printed of each control. Each scan is read once. */
async function loadPrinted(viewer: Viewer, evidence: readonly ControlEvidence[]) {
  const byScan = groupBy(
    evidence.filter(({ scan }) => scan !== null),
    ({ scan }) => scan?.id ?? 0,
  );
  const results = await Promise.all(
    [...byScan].map(([scanId, of]) => loadPrintedResults(viewer, scanId, new Set(of.map(({ control }) => control)))),
  );
  return new Map(results.flatMap((result) => [...result]));
}
