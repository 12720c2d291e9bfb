import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { type ControlCount, countControls } from "@/lib/hardening/finding-counts";
import { ALL_FINDINGS } from "@/lib/hardening/finding-filter";
import { FAILING_STATES } from "@/lib/hardening/states";
import { authorize } from "./authorize";
import { prisma } from "./client";
import { getFindingScope } from "./finding-scope";

/** What fails somewhere and is not accepted, most hosts first. From the tally: no finding is read. */
export async function listFailingControls(viewer: Viewer): Promise<readonly ControlCount[]> {
  authorize(viewer, "finding:read");
  const filter = { ...ALL_FINDINGS, states: "failing" } as const;
  const { rows, subjects } = await getFindingScope(viewer, filter);
  return countControls(rows, subjects, filter, "worst");
}

/** On how many hosts each control fails and is not accepted; controls that fail nowhere are missing. */
export async function countFailingHosts(viewer: Viewer): Promise<ReadonlyMap<string, number>> {
  authorize(viewer, "finding:read");
  return new Map((await listFailingControls(viewer)).map(({ subject, findings }) => [subject.key, findings]));
}

/** The hosts on which a control fails, by name; at most `limit`. */
export async function listFailingHosts(viewer: Viewer, key: string, limit: number): Promise<string[]> {
  authorize(viewer, "finding:read");
  const rows = await prisma().finding.findMany({
    where: { key, state: { in: [...FAILING_STATES] }, host: { retiredAt: null } },
    orderBy: { host: { name: "asc" } },
    take: limit,
    select: { host: { select: { name: true } } },
  });
  return rows.map((finding) => finding.host.name);
}
