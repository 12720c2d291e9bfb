import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { FAILING_STATES } from "@/lib/hardening/states";
import { authorize } from "./authorize";
import { pool, prisma } from "./client";

/** On how many hosts each control fails and is not accepted; controls that fail nowhere are missing. */
export async function countFailingHosts(viewer: Viewer): Promise<ReadonlyMap<string, number>> {
  authorize(viewer, "finding:read");
  const { rows } = await pool().query<{ key: string; hosts: number }>(
    `select key, count(*)::int as hosts from finding where state = any($1::"FindingState"[]) group by key`,
    [FAILING_STATES],
  );
  return new Map(rows.map(({ key, hosts }) => [key, hosts]));
}

/** The hosts on which a control fails, by name; at most `limit`. */
export async function listFailingHosts(viewer: Viewer, key: string, limit: number): Promise<string[]> {
  authorize(viewer, "finding:read");
  const rows = await prisma().finding.findMany({
    where: { key, state: { in: [...FAILING_STATES] } },
    orderBy: { host: { name: "asc" } },
    take: limit,
    select: { host: { select: { name: true } } },
  });
  return rows.map((finding) => finding.host.name);
}
