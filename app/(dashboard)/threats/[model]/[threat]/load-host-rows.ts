import "server-only";
import type { HostExposureRow } from "@/components/threats/host-exposure-table";
import type { Viewer } from "@/lib/access/viewer";
import { listThreatsOnHosts, type ThreatOnHost } from "@/lib/data/host-threats";
import type { EvidenceLimit } from "@/lib/data/settings";
import { listFailingControlsOf } from "@/lib/data/threat-evidence";
import { type CurrentStatement, listCurrentStatements } from "@/lib/data/threat-statements";
import { nameControls } from "@/lib/threats/rule-words";
import type { LoadedThreat } from "./load-threat";
import { evidenceHref, type ThreatQuery } from "./threat-query";

export const PAGE_SIZE = 50;

/** A host of the list with its number. */
export interface LoadedRow extends HostExposureRow {
  readonly hostId: number;
}

export interface LoadedRows {
  readonly rows: readonly LoadedRow[];
  readonly total: number;
  /** The row that the address opens; it is among `rows`, whatever the filter. */
  readonly opened: LoadedRow | null;
}

/** A page of hosts with how the threat stands on each. */
export async function loadHostRows(
  viewer: Viewer,
  { stored, threat, threatId }: LoadedThreat,
  query: ThreatQuery,
  limit: EvidenceLimit,
): Promise<LoadedRows> {
  const of = { modelId: stored.id, threat: threat.slug };
  const [page, named] = await Promise.all([
    listThreatsOnHosts(viewer, { ...of, exposures: query.exposures ?? undefined }, limit, {
      limit: PAGE_SIZE,
      offset: (query.page - 1) * PAGE_SIZE,
    }),
    query.host === null ? null : listThreatsOnHosts(viewer, { ...of, host: query.host }, limit, { limit: 1, offset: 0 }),
  ]);
  const asked = named?.rows[0];
  const isListed = page.rows.some(({ hostId }) => hostId === asked?.hostId);
  const hosts = asked === undefined || isListed ? page.rows : [asked, ...page.rows];
  const ids = hosts.map(({ hostId }) => hostId);
  const required = threat.controls.filter(({ role }) => role === "required").map(({ control }) => control);
  const [failing, statements] = await Promise.all([
    listFailingControlsOf(viewer, required, ids),
    listCurrentStatements(viewer, threatId, ids, limit.now),
  ]);
  const at = { model: stored.model.slug, threat: threat.slug };
  const rows = hosts.map((host): LoadedRow => {
    const isOpen = host.hostId === asked?.hostId;
    const { failing: fails = [], accepted = [] } = failing.get(host.hostId) ?? {};
    const { hostId, host: name, exposure, verdict, passed, required: counting, evidenceAt } = host;
    return {
      ...{ hostId, host: name, exposure, verdict, passed, required: counting, evidenceAt },
      failing: nameControls(fails),
      accepted: nameControls(accepted),
      statement: fails.length + accepted.length > 0 ? null : countingStatement(host, statements.get(hostId)),
      attestable: exposure === "manual" || exposure === "not_assessed",
      href: isOpen ? `${evidenceHref(at, query)}#hosts` : `${evidenceHref(at, query, { host: name })}#decided`,
    };
  });
  return { rows, total: page.total, opened: rows.find(({ hostId }) => hostId === asked?.hostId) ?? null };
}

/** The statement, where the exposure is what it says and no check has decided anything. */
function countingStatement(
  { verdict, passed, evidenceAt }: ThreatOnHost,
  statement: CurrentStatement | undefined,
): CurrentStatement | null {
  const counts = statement !== undefined && passed === 0 && evidenceAt === null && verdict === statement.says;
  return counts ? statement : null;
}
