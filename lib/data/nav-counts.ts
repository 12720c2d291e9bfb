import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { authorize } from "./authorize";
import { prisma } from "./client";

export interface NavCounts {
  readonly hosts: number;
  /** Tasks assigned to the viewer that no scan has verified yet. */
  readonly myTasks: number;
}

/** The numbers beside the navigation's entries. */
export async function navCounts(viewer: Viewer): Promise<NavCounts> {
  authorize(viewer, "host:read");
  const [hosts, myTasks] = await Promise.all([
    prisma().host.count({ where: { retiredAt: null } }),
    viewer.userId === null ? 0 : prisma().task.count({ where: { assigneeId: viewer.userId, status: { not: "verified" } } }),
  ]);
  return { hosts, myTasks };
}
