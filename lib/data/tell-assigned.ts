import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { actorName } from "./audit";
import { tell } from "./notices";
import type { Person } from "./people";
import { letWatch } from "./task-watchers";
import type { TaskRow } from "./tasks";
import type { Sql } from "./transaction";

/** Tells somebody that tasks are theirs now, and lets them watch those. `version` is the one that gives it to them. */
export async function tellAssigned(
  sql: Sql,
  viewer: Viewer,
  tasks: readonly Pick<TaskRow, "id" | "key" | "title" | "version">[],
  assignee: Person,
): Promise<void> {
  await letWatch(
    sql,
    tasks.map(({ id }) => id),
    [assignee.id],
  );
  const by = { id: viewer.userId, name: actorName(viewer) };
  await tell(
    sql,
    tasks.map(({ id, key, title, version }) => ({
      ...{ kind: "assigned" as const, to: [assignee.id], by, title, taskId: id, key },
      dedupe: `assigned:${id}:${version}`,
    })),
  );
}
