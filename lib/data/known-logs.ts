import "server-only";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { pool } from "./client";
import { hostIdByName } from "./host-names";

/** What is known already of a log that somebody is about to upload. */
export interface KnownLog {
  /** The scan that these bytes are; of the host that was asked about if it has them. */
  readonly knownAs: { readonly scanId: number; readonly host: string } | null;
  /** The host that was asked about; null when none was. `known` is null for viewers who may not read hosts. */
  readonly host: { readonly known: boolean | null; readonly timeZone: string | null } | null;
}

/** Looks up bytes by their SHA-256, and a host by its name. */
export async function findKnownLog(viewer: Viewer, digest: string, host: string | null): Promise<KnownLog> {
  authorize(viewer, "scan:upload");
  const [scans, hosts] = await Promise.all([
    // Of a file with several runs the newest is the one that stands for it.
    pool().query<{ scanId: number; host: string }>(
      `select l.scan_id as "scanId", h.name as host from scan_log l join host h on h.id = l.host_id
       where l.digest = $1 order by (h.id = ${hostIdByName("$2")}) desc nulls last, l.scan_id desc limit 1`,
      [digest, host ?? ""],
    ),
    pool().query<{ timeZone: string | null }>(`select time_zone as "timeZone" from host where id = ${hostIdByName("$1")}`, [host ?? ""]),
  ]);
  const known = may(viewer, "host:read") ? hosts.rows.length > 0 : null;
  return { knownAs: scans.rows[0] ?? null, host: host === null ? null : { known, timeZone: hosts.rows[0]?.timeZone ?? null } };
}
