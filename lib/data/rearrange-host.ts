import "server-only";
import { catalogueFacts } from "@/lib/catalogue/catalogue-facts";
import { diffAgainstKnown } from "@/lib/hardening/diff";
import { scansOnBases } from "@/lib/hardening/fold";
import type { HostState } from "@/lib/hardening/host-state";
import { refold } from "./advance-host";
import { alignTargets } from "./align-targets";
import { loadHistory } from "./history";
import { type LockedHost, loadHostState } from "./host-state";
import type { Sql } from "./transaction";

/** Hosts as they were, taken before their scans or acts change hands. */
export async function statesBefore(sql: Sql, hosts: readonly LockedHost[]): Promise<ReadonlyMap<number, HostState>> {
  const states = new Map<number, HostState>();
  for (const host of hosts) states.set(host.id, await loadHostState(sql, host));
  return states;
}

/** Brings all that follows from a host's scans and acts up to date after some came, went or were dated anew. */
export async function refoldRearranged(sql: Sql, host: LockedHost, before: HostState): Promise<void> {
  await refold(sql, host, before);
  await alignTargets(sql, host.id);
  await resizeIngestDiffs(sql, host.id);
}

/** What each scan had changed when it came is counted against the scans that are before it now. */
async function resizeIngestDiffs(sql: Sql, hostId: number): Promise<void> {
  const sizes = [...scansOnBases(await loadHistory(sql, hostId), catalogueFacts)].map(({ scan, base }) => {
    const diff = diffAgainstKnown(base, scan, catalogueFacts);
    return { id: scan.scanId, failing: diff.newlyFailing.length, fixed: diff.fixed.length };
  });
  await sql.query(
    `update scan set newly_failing = d.failing, fixed = d.fixed from json_to_recordset($1::json) as d(id int, failing int, fixed int)
     where scan.id = d.id and (scan.newly_failing, scan.fixed) is distinct from (d.failing, d.fixed)`,
    [JSON.stringify(sizes)],
  );
}
