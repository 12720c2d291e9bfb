import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { prisma } from "./client";
import { countOpenThreats } from "./open-threats";
import { getEvidenceLimit } from "./settings";

export interface NavCounts {
  readonly hosts: number;
  /** Threats unmitigated on a host at least, over all models. */
  readonly openThreats: number;
  /** Tasks assigned to the viewer that no scan has verified yet. */
  readonly myTasks: number;
  /** Decisions that somebody asked for and nobody has decided. */
  readonly askedDecisions: number;
}

/** The numbers beside the navigation's entries. */
export async function navCounts(viewer: Viewer, now: Date): Promise<NavCounts> {
  authorize(viewer, "host:read");
  const limit = await getEvidenceLimit(viewer, now);
  const [hosts, threats, myTasks, askedDecisions] = await Promise.all([
    prisma().host.count({ where: { retiredAt: null } }),
    countOpenThreats(viewer, limit),
    viewer.userId === null ? 0 : prisma().task.count({ where: { assigneeId: viewer.userId, status: { not: "verified" } } }),
    prisma().decision.count({ where: { status: "requested" } }),
  ]);
  return { hosts, openThreats: threats.reduce((sum, { open }) => sum + open, 0), myTasks, askedDecisions };
}
