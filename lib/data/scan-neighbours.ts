import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";

/** Another scan of the same host, as links and lists of choices name it. */
export interface ScanRef {
  readonly id: number;
  readonly ranAt: Date;
  /** Results printed as WARN or FAIL. */
  readonly failing: number;
  readonly complete: boolean;
}

const COLUMNS = 's.id, s.ran_at as "ranAt", s.level_warn + s.level_fail as failing, s.complete';

/** In the order of the fold: by the scan's own time, then by its digest. */
const EARLIER = "s.host_id = me.host_id and (s.ran_at, s.results_digest) < (me.ran_at, me.results_digest)";
const LATER = "s.host_id = me.host_id and (s.ran_at, s.results_digest) > (me.ran_at, me.results_digest)";

/** The scans of the host next to this one in time. */
export async function getScanNeighbours(viewer: Viewer, scanId: number): Promise<{ previous: ScanRef | null; next: ScanRef | null }> {
  authorize(viewer, "scan:read");
  const [previous, next] = await Promise.all([
    pool().query<ScanRef>(
      `select ${COLUMNS} from scan me join scan s on ${EARLIER} where me.id = $1 order by s.ran_at desc, s.results_digest desc limit 1`,
      [scanId],
    ),
    pool().query<ScanRef>(
      `select ${COLUMNS} from scan me join scan s on ${LATER} where me.id = $1 order by s.ran_at, s.results_digest limit 1`,
      [scanId],
    ),
  ]);
  return { previous: previous.rows[0] ?? null, next: next.rows[0] ?? null };
}

/** The host's scans before this one, newest first, at most `limit`; `total` counts all of them. */
export async function listEarlierScans(viewer: Viewer, scanId: number, limit: number): Promise<{ items: ScanRef[]; total: number }> {
  authorize(viewer, "scan:read");
  const { rows } = await pool().query<ScanRef & { total: number }>(
    `select ${COLUMNS}, (count(*) over ())::int as total from scan me join scan s on ${EARLIER} where me.id = $1
     order by s.ran_at desc, s.results_digest desc limit $2`,
    [scanId, limit],
  );
  return { items: rows.map(({ total, ...scan }) => scan), total: rows[0]?.total ?? 0 };
}
